"""Who measures in the populated county: a coordinator of one of its full townships."""


def township():
    """The last township that was populated; the demonstration itself where there is none."""
    from township.people.models import Area

    return Area.objects.townships().order_by("-path").first()


def coordinator(area=None):
    """The coordinator who measures in `area`, else in `township()`; demonstration accounts open nothing here."""
    from township.people.models import RoleGrant, User
    from township.people.roles import Role

    area = area or township()
    user, _ = User.objects.get_or_create(
        username=f"bench-{area.path}", defaults={"name": "测速员", "area": area}
    )
    RoleGrant.objects.get_or_create(user=user, role=Role.COORDINATOR)
    return User.objects.get(pk=user.pk)


def client(user):
    """A signed-in test client of the real stack, from the middleware to the template."""
    from django.test import Client

    client = Client(headers={"host": "localhost", "x-forwarded-proto": "https"})
    client.force_login(user, backend="township.people.accounts.PortalBackend")
    return client


def got(client, url):
    """The page at `url`, which has to be one."""
    answer = client.get(url, secure=True)
    if answer.status_code != 200:
        raise SystemExit(f"{url} answers {answer.status_code}")
    return answer.content
