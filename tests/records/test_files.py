"""Uploading with a form, and handing files out again with headers that keep them harmless."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from outreach.models import OutreachEvent
from tests.factories import form_data, make_attachment, photo_bytes
from township.records.models import Attachment

NEW = reverse("records:new", args=["outreach-events"])
TYPES = "请上传照片（JPG、PNG、HEIC）、PDF、Word（docx）或 Excel（xlsx）文件。"


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


def photo(number=0, name="现场.jpg"):
    return SimpleUploadedFile(name, photo_bytes(number), "image/jpeg")


def typed(world, **more):
    return {"date": "2022-03-05", "setting": world.settings["rural"].pk, "attendance": 60, **more}


class TestUploading:
    def test_nine_in_one_post(self, world, clerk):
        files = [photo(number, f"{number}.jpg") for number in range(9)]
        clerk.post(NEW, form_data(clerk.get(NEW), **typed(world), files=files))
        event = OutreachEvent.objects.get()
        names = Attachment.objects.cited_by("outreach-events", event.pk).values_list("name", flat=True)
        assert list(names) == [f"{number}.jpg" for number in range(9)]

    def test_ten_are_too_many(self, world, clerk):
        files = [photo(number, f"{number}.jpg") for number in range(10)]
        response = clerk.post(NEW, form_data(clerk.get(NEW), **typed(world), files=files))
        assert response.status_code == 422
        assert response.context["form"].errors == {"files": ["佐证材料最多 9 个，请去掉几个再提交。"]}

    def test_an_empty_file_has_one_sentence(self, world, clerk):
        empty = SimpleUploadedFile("空.jpg", b"", "image/jpeg")
        response = clerk.post(NEW, form_data(clerk.get(NEW), **typed(world), files=[empty]))
        assert response.context["form"].errors == {"files": ["“空.jpg”是空文件，请重新选择。"]}

    def test_what_the_record_has_already_counts(self, world, clerk, make):
        event = make(OutreachEvent)
        for _ in range(8):
            make_attachment(event, by=world.clerk_a)
        url = reverse("records:edit", args=["outreach-events", event.pk])
        two = form_data(clerk.get(url), files=[photo(200), photo(201)])
        assert clerk.post(url, two).status_code == 422
        assert clerk.post(url, form_data(clerk.get(url), files=[photo(200)])).status_code == 302

    def test_a_bad_file_among_good_ones_loses_nothing(self, world, clerk):
        """Each refused file has its sentence; the good ones need not be chosen again."""
        bad = SimpleUploadedFile("假.jpg", b"no photo at all", "image/jpeg")
        worse = SimpleUploadedFile("表.exe", b"MZ" + b"\0" * 300, "application/pdf")
        data = form_data(clerk.get(NEW), **typed(world), files=[photo(), bad, worse])
        response = clerk.post(NEW, data)
        assert response.status_code == 422
        assert response.context["form"].errors["files"] == [
            "“假.jpg”不是可以识别的照片，请换一张 JPG、PNG 或 HEIC 照片。",
            f"“表.exe”的类型不能接收，{TYPES}",
        ]
        assert OutreachEvent.objects.count() == 0
        (kept,) = response.context["kept"]
        again = form_data(response, kept_files=[kept.pk])
        assert clerk.post(NEW, again).status_code == 302
        assert list(Attachment.objects.cited_by("outreach-events", OutreachEvent.objects.get().pk)) == [kept]

    def test_a_colleagues_same_photo_survives_a_form_with_errors(self, world, sign_in):
        """The unit has the bytes already, from somebody else; they can still be kept over an error."""
        first = make_same_photo(sign_in(world.reviewer), world)
        client = sign_in(world.coordinator)
        wrong = form_data(client.get(NEW), **typed(world, date="2999-01-01"), files=[photo(7)])
        response = client.post(NEW, wrong)
        (kept,) = response.context["kept"]
        assert kept.pk == first.pk
        again = form_data(response, date="2022-03-05", area=world.a.pk, kept_files=[kept.pk])
        assert client.post(NEW, again).status_code == 302


def make_same_photo(client, world):
    from township.records.intake import take_in

    return take_in(photo(7), by=world.reviewer)


class TestHandingOut:
    def test_headers_of_a_photo(self, world, clerk):
        attachment = make_attachment(by=world.clerk_a)
        Attachment.objects.update(name="赶集 “现场”.jpg")
        response = clerk.get(reverse("records:file", args=[attachment.pk]))
        headers = {
            name: response[name]
            for name in (
                "Content-Type",
                "Content-Disposition",
                "X-Content-Type-Options",
                "Content-Security-Policy",
                "Cache-Control",
            )
        }
        assert headers == {
            "Content-Type": "image/jpeg",
            "Content-Disposition": "inline; filename*=utf-8''"
            "%E8%B5%B6%E9%9B%86%20%E2%80%9C%E7%8E%B0%E5%9C%BA%E2%80%9D.jpg",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-cache",
        }

    def test_documents_are_saved_never_opened(self, world, clerk):
        attachment = make_attachment(by=world.clerk_a, image=False)
        response = clerk.get(reverse("records:file", args=[attachment.pk]))
        assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
        assert response["Content-Type"] == "application/pdf"
        assert b"".join(response.streaming_content) == b"%PDF-1.7\n%%EOF"

    def test_a_known_copy_is_not_sent_again_but_the_gate_is_asked(self, world, clerk, sign_in):
        attachment = make_attachment(by=world.clerk_a)
        url = reverse("records:thumbnail", args=[attachment.pk])
        etag = clerk.get(url)["ETag"]
        again = clerk.get(url, headers={"if-none-match": etag})
        assert (again.status_code, again.content) == (304, b"")
        stranger = sign_in(world.clerk_b).get(url, headers={"if-none-match": etag})
        assert stranger.status_code == 404

    def test_only_pictures_have_a_thumbnail(self, world, clerk):
        attachment = make_attachment(by=world.clerk_a, image=False)
        assert clerk.get(reverse("records:thumbnail", args=[attachment.pk])).status_code == 404

    def test_a_file_lost_from_the_disk_is_404(self, world, clerk):
        attachment = make_attachment(by=world.clerk_a)
        attachment.file.storage.delete(attachment.file.name)
        assert clerk.get(reverse("records:file", args=[attachment.pk])).status_code == 404

    def test_unknown_and_foreign_are_the_same(self, world, clerk):
        foreign = make_attachment(by=world.clerk_b)
        pages = [clerk.get(reverse("records:file", args=[pk])) for pk in (foreign.pk, 999_999)]
        assert [page.status_code for page in pages] == [404, 404]
