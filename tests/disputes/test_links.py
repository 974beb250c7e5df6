"""Links between records stay when somebody edits who cannot reach the other side."""

from disputes.models import Dispute, Opinion
from tests.entries import post_edit
from tests.factories import form_data, make_record
from township.records.register import registry


def test_an_edit_keeps_a_link_to_a_record_out_of_reach(world, sign_in):
    dispute = make_record(registry.of(Dispute), world, area=world.b)
    opinion = make_record(registry.of(Opinion), world, area=world.a, dispute=dispute)
    client = sign_in(world.clerk_a)
    page = client.get(f"/ledgers/opinions/{opinion.pk}/edit/")
    answer = client.post(page.request["PATH_INFO"], form_data(page, note="补充说明"))
    assert answer.status_code == 302
    opinion.refresh_from_db()
    assert (opinion.note, opinion.dispute) == ("补充说明", dispute)


def test_a_new_link_to_a_record_out_of_reach_is_refused(world, sign_in):
    dispute = make_record(registry.of(Dispute), world, area=world.b)
    opinion = make_record(registry.of(Opinion), world, area=world.a)
    answer = post_edit(sign_in(world.clerk_a), "opinions", opinion, dispute=dispute.pk)
    assert answer.status_code == 422
    opinion.refresh_from_db()
    assert opinion.dispute is None
