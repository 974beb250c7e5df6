"""What is taken in, what is refused with which sentence, and what is left of a photo afterwards."""

import datetime
import io
import zipfile
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageFile

from township.records import pictures
from township.records.intake import DOCX, NAME_LENGTH, XLSX, clean_name, take_in
from township.records.models import Attachment

SHANGHAI = ZoneInfo("Asia/Shanghai")
TOP, BOTTOM = (200, 30, 30), (30, 30, 200)


def picture(size=(60, 40)):
    """A picture whose upper half is red and whose lower half is blue."""
    image = Image.new("RGB", size, BOTTOM)
    image.paste(TOP, (0, 0, size[0], size[1] // 2))
    return image


def exif_block(*, orientation=1, taken="2022:03:05 09:30:00"):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = "持机人"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (25.0, 22.0, 11.0)
    return exif


def encoded(image, file_format="JPEG", **options):
    buffer = io.BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def jpeg(size=(60, 40), **exif):
    return encoded(picture(size), exif=exif_block(**exif)) if exif else encoded(picture(size))


def docx_bytes():
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def xlsx_bytes():
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def zip_bytes(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        for name in names:
            container.writestr(name, "x")
    return buffer.getvalue()


def sent(content, name="照片.jpg", declared="image/jpeg"):
    return SimpleUploadedFile(name, content, declared)


def opened(field_file):
    with field_file.open() as stored:
        return Image.open(io.BytesIO(stored.read()))


def refusal(content, name, by):
    with pytest.raises(ValidationError) as caught:
        take_in(sent(content, name), by=by)
    assert Attachment.objects.count() == 0
    return caught.value.messages


def stored_files(settings):
    return sorted(path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())


class TestKinds:
    """The content decides the type, the extension follows."""

    @pytest.mark.parametrize(
        ("content", "name", "kept_type", "kept_name"),
        [
            (jpeg(), "现场.JPG", "image/jpeg", "现场.JPG"),
            (jpeg(), "现场.pdf", "image/jpeg", "现场.jpg"),
            (encoded(picture(), "PNG"), "截图.exe", "image/png", "截图.png"),
            (b"%PDF-1.7\n%%EOF", "通知.pdf", "application/pdf", "通知.pdf"),
            (b"%PDF-1.7\n%%EOF", "通知v1.2", "application/pdf", "通知v1.2.pdf"),
            (docx_bytes(), "方案.docx", DOCX, "方案.docx"),
            (xlsx_bytes(), "签到表.docx", XLSX, "签到表.xlsx"),
        ],
    )
    def test_kept(self, world, content, name, kept_type, kept_name):
        attachment = take_in(sent(content, name, "text/html"), by=world.clerk_a)
        assert (attachment.content_type, attachment.name) == (kept_type, kept_name)
        assert (attachment.keeper, attachment.uploaded_by) == (world.a, world.clerk_a)

    def test_heic_becomes_jpeg_with_its_time(self, world):
        pillow_heif.register_heif_opener()
        content = encoded(picture((64, 48)), "HEIF", exif=exif_block())
        attachment = take_in(sent(content, "IMG_1.HEIC"), by=world.clerk_a)
        assert (attachment.content_type, attachment.name) == ("image/jpeg", "IMG_1.jpg")
        assert opened(attachment.file).format == "JPEG"
        assert attachment.captured_at == datetime.datetime(2022, 3, 5, 9, 30, tzinfo=SHANGHAI)


class TestRefusals:
    """Every refusal is one sentence that names the file and says what to do."""

    @pytest.mark.parametrize(
        ("content", "name", "sentence"),
        [
            (b"", "空.jpg", "“空.jpg”是空文件，请重新选择。"),
            (b"not a photo", "假.jpg", "“假.jpg”不是可以识别的照片，请换一张 JPG、PNG 或 HEIC 照片。"),
            (jpeg((400, 300))[:900], "断.jpg", "“断.jpg”是坏的或不完整的照片，打不开，请换一张。"),
            (
                b"<svg xmlns='http://www.w3.org/2000/svg'/>",
                "图.svg",
                "“图.svg”的类型不能接收，请上传照片（JPG、PNG、HEIC）、PDF、Word（docx）或 Excel（xlsx）文件。",
            ),
            (
                b"MZ\x90\x00" + b"\0" * 300,
                "表.pdf",
                "“表.pdf”的类型不能接收，请上传照片（JPG、PNG、HEIC）、PDF、Word（docx）或 Excel（xlsx）文件。",
            ),
            (
                b"<!doctype html><script>alert(1)</script>",
                "页.docx",
                "“页.docx”的类型不能接收，请上传照片（JPG、PNG、HEIC）、PDF、Word（docx）或 Excel（xlsx）文件。",
            ),
            (
                bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
                "旧.doc",
                "“旧.doc”是旧版格式或加了密码，请在 Word、WPS 里另存为不加密的 docx 或 xlsx 后再传。",
            ),
            (
                zip_bytes("a.txt"),
                "包.docx",
                "“包.docx”是压缩包，不能接收，请解压后把里面的照片和文件分别上传。",
            ),
            (
                zip_bytes("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
                "宏.xlsx",
                "“宏.xlsx”带有宏，不能接收，请另存为不带宏的 docx 或 xlsx 后再传。",
            ),
            (
                docx_bytes()[:2000],
                "断.docx",
                "“断.docx”是坏的或不完整的文件，打不开，请重新导出后再传。",
            ),
            (jpeg()[:20], "../../etc/头\u202e像.jpg", "“头像.jpg”是坏的或不完整的照片，打不开，请换一张。"),
        ],
    )
    def test_sentence(self, world, settings, content, name, sentence):
        assert refusal(content, name, world.clerk_a) == [sentence]
        assert stored_files(settings) == []

    def test_a_picture_cut_off_is_refused_beside_the_typesetter_too(self, world, monkeypatch):
        """WeasyPrint makes Pillow lenient for the whole process."""
        monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
        assert refusal(jpeg((400, 300))[:900], "断.jpg", world.clerk_a) == [
            "“断.jpg”是坏的或不完整的照片，打不开，请换一张。"
        ]
        assert ImageFile.LOAD_TRUNCATED_IMAGES is True

    def test_too_large(self, world, settings):
        settings.ATTACHMENT_MAX_BYTES = 1024 * 1024
        message = "“大.jpg”有 1.5 MB，超过 1 MB 的上限，请压缩后再传。"
        assert refusal(b"x" * (1536 * 1024), "大.jpg", world.clerk_a) == [message]

    def test_too_many_pixels(self, world, monkeypatch):
        monkeypatch.setattr(pictures, "MAX_PIXELS", 100)
        assert refusal(encoded(picture(), "PNG"), "大.png", world.clerk_a) == [
            "“大.png”的尺寸太大，请缩小后再传。"
        ]

    def test_decompression_bomb(self, world, monkeypatch):
        monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
        assert refusal(encoded(picture(), "PNG"), "弹.png", world.clerk_a) == [
            "“弹.png”的尺寸太大，请缩小后再传。"
        ]

    def test_office_file_that_unpacks_to_too_much(self, world, monkeypatch):
        monkeypatch.setattr("township.records.intake.MAX_UNPACKED", 100)
        assert refusal(docx_bytes(), "涨.docx", world.clerk_a) == [
            "“涨.docx”展开后太大，请减少里面的图片后再传。"
        ]


class TestPictures:
    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_upright_for_every_orientation(self, world, orientation):
        turned = picture((60, 40))
        # What a camera stores is the scene turned the other way round.
        undo = {
            2: [Image.Transpose.FLIP_LEFT_RIGHT],
            3: [Image.Transpose.ROTATE_180],
            4: [Image.Transpose.FLIP_TOP_BOTTOM],
            5: [Image.Transpose.TRANSPOSE],
            6: [Image.Transpose.ROTATE_90],
            7: [Image.Transpose.TRANSVERSE],
            8: [Image.Transpose.ROTATE_270],
        }
        for step in undo.get(orientation, []):
            turned = turned.transpose(step)
        content = encoded(turned, exif=exif_block(orientation=orientation))
        attachment = take_in(sent(content), by=world.clerk_a)
        for field_file in (attachment.file, attachment.thumbnail):
            kept = opened(field_file)
            assert kept.size == (60, 40)
            assert kept.getpixel((30, 5))[0] > 150 > kept.getpixel((30, 35))[0]

    def test_nothing_of_the_camera_is_left(self, world):
        content = jpeg(orientation=6)
        assert Image.open(io.BytesIO(content)).getexif().get_ifd(ExifTags.IFD.GPSInfo)
        attachment = take_in(sent(content), by=world.clerk_a)
        for field_file in (attachment.file, attachment.thumbnail):
            kept = opened(field_file)
            assert dict(kept.getexif()) == {}
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(kept.info)

    def test_text_in_a_png_is_not_kept(self, world):
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_text("Location", "25.37,112.19")
        attachment = take_in(sent(encoded(picture(), "PNG", pnginfo=info), "图.png"), by=world.clerk_a)
        with attachment.file.open() as stored:
            assert b"112.19" not in stored.read()

    @pytest.mark.parametrize(
        ("size", "kept", "small"),
        [
            ((5200, 2600), (2560, 1280), (480, 240)),
            ((300, 3000), (256, 2560), (48, 480)),
            ((200, 100), (200, 100), (200, 100)),
        ],
    )
    def test_sizes(self, world, size, kept, small):
        attachment = take_in(sent(jpeg(size)), by=world.clerk_a)
        assert opened(attachment.file).size == kept
        assert opened(attachment.thumbnail).size == small
        assert attachment.size == attachment.file.size

    def test_transparency_survives_in_the_picture_and_turns_white_in_the_thumbnail(self, world):
        image = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
        attachment = take_in(sent(encoded(image, "PNG"), "章.png"), by=world.clerk_a)
        assert opened(attachment.file).getpixel((5, 5))[3] == 0
        assert opened(attachment.thumbnail).convert("RGB").getpixel((5, 5)) == (255, 255, 255)

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
    def test_every_colour_mode(self, world, mode):
        image = Image.new("I;16", (20, 20)) if mode == "I;16" else picture((20, 20)).convert(mode)
        file_format = "JPEG" if mode == "CMYK" else "PNG"
        attachment = take_in(sent(encoded(image, file_format)), by=world.clerk_a)
        assert opened(attachment.thumbnail).size == (20, 20)

    @pytest.mark.parametrize(
        ("taken", "moment"),
        [
            ("2022:12:04 08:05:09", datetime.datetime(2022, 12, 4, 8, 5, 9, tzinfo=SHANGHAI)),
            ("0000:00:00 00:00:00", None),
            ("昨天", None),
        ],
    )
    def test_capture_time(self, world, taken, moment):
        assert take_in(sent(jpeg(taken=taken)), by=world.clerk_a).captured_at == moment

    def test_without_exif_there_is_no_time(self, world):
        assert take_in(sent(jpeg()), by=world.clerk_a).captured_at is None


class TestStoring:
    def test_hash_is_of_the_bytes_as_sent(self, world):
        import hashlib

        content = jpeg()
        attachment = take_in(sent(content), by=world.clerk_a)
        assert attachment.sha256 == hashlib.sha256(content).hexdigest()

    def test_same_bytes_of_one_unit_are_stored_once(self, world, settings):
        content = jpeg()
        first = take_in(sent(content, "一.jpg"), by=world.clerk_a)
        again = take_in(sent(content, "二.jpg"), by=world.clerk_a)
        assert (again.pk, again.name) == (first.pk, "一.jpg")
        assert len(stored_files(settings)) == 2  # the photo and its thumbnail

    def test_a_colleague_who_sends_the_same_bytes_may_cite_them(self, world):
        content = jpeg()
        first = take_in(sent(content), by=world.coordinator)
        again = take_in(sent(content), by=world.office_clerk)
        assert again.pk == first.pk
        assert list(Attachment.objects.sent_by(world.office_clerk)) == [first]
        assert list(Attachment.objects.sent_by(world.coordinator)) == [first]
        assert list(Attachment.objects.sent_by(world.reviewer)) == []

    def test_two_units_keep_their_own(self, world, settings):
        content = b"%PDF-1.4 %%EOF"
        take_in(sent(content, "a.pdf"), by=world.clerk_a)
        take_in(sent(content, "a.pdf"), by=world.clerk_b)
        assert Attachment.objects.count() == 2
        assert len(stored_files(settings)) == 2

    def test_no_typed_name_reaches_the_disk(self, world, settings):
        take_in(sent(jpeg(), "张三身份证.jpg"), by=world.clerk_a)
        assert all(name.isascii() for name in stored_files(settings))

    def test_files_of_a_failed_record_are_removed(self, world, settings, monkeypatch):
        def fail(*args, **kwargs):
            raise RuntimeError("disk of the database is full")

        monkeypatch.setattr(Attachment, "save", fail)
        with pytest.raises(RuntimeError):
            take_in(sent(jpeg()), by=world.clerk_a)
        assert stored_files(settings) == []

    def test_double_click_gives_the_first_ones_record(self, world, settings, monkeypatch):
        content = jpeg()
        first = take_in(sent(content), by=world.clerk_a)
        from township.records import intake

        known, asked = intake._known, []

        def blind_at_first(sha256, by):
            asked.append(sha256)
            return None if len(asked) == 1 else known(sha256, by)

        monkeypatch.setattr(intake, "_known", blind_at_first)
        assert take_in(sent(content), by=world.clerk_a) == first
        assert len(stored_files(settings)) == 2


class TestNames:
    @pytest.mark.parametrize(
        ("name", "cleaned"),
        [
            (r"C:\fakepath\现场.jpg", "现场.jpg"),
            ("../../passwd", "passwd.jpg"),
            ("发票\u202egpj.exe", "发票gpj.jpg"),
            ("a\nb\x00c.jpeg", "abc.jpeg"),
            ('合<同>:"|?*.png', "合_同______.jpg"),
            ("", "照片.jpg"),
            (".jpg", "照片.jpg"),
            ("  空 \t 格 .JPG ", "空 格.JPG"),
            ("长" * 300 + ".jpg", "长" * 156 + ".jpg"),
        ],
    )
    def test_table(self, name, cleaned):
        assert clean_name(name, "image/jpeg") == cleaned

    @given(st.text(max_size=300), st.sampled_from(["image/jpeg", "application/pdf", DOCX]))
    def test_always_a_plain_name_with_the_right_extension(self, name, content_type):
        from township.records.intake import SUFFIXES

        cleaned = clean_name(name, content_type)
        assert len(cleaned) <= NAME_LENGTH
        assert not set('/\\<>:"|?*') & set(cleaned)
        assert cleaned.isprintable()
        assert cleaned.lower().endswith(SUFFIXES[content_type])
        assert clean_name(cleaned, content_type) == cleaned
