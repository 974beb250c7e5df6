"""The entry forms of disputes and petitions: rules that need more than one row of the record."""

from django.db.models import Q

from township.people.roles import Power
from township.records.forms import RecordForm
from township.records.models import Attachment, State

from .models import Dispute, MediationCommittee, Party
from .numbering import is_taken, name_in_numbers


class DisputeForm(RecordForm):
    """A dispute may be taken down in a minute; what its end needs is asked for at its end."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever enters cases chooses among all committees of the township, as among its offices.
        township = self.gate.user.area.township_path
        committees = MediationCommittee.objects.filter(area__path__startswith=township)
        self.fields["committee"].queryset = committees.filter(
            ~Q(state=State.VOIDED) | Q(pk=self.instance.committee_id)
        )

    def clean(self):
        cleaned = super().clean()
        closed = cleaned.get("result") not in (None, "", "ongoing")
        if closed and "mediators" not in self.errors and not cleaned.get("mediators"):
            self.add_error("mediators", "结案的请选择调解员。")
        self.take_kind_of_committee(cleaned)
        self.check_status(cleaned)
        self.check_consent(cleaned)
        self.check_number(cleaned)
        return cleaned

    def take_kind_of_committee(self, cleaned):
        """The committee in charge says which kind of organisation mediates."""
        if committee := cleaned.get("committee"):
            cleaned["organisation"] = committee.kind

    def check_status(self, cleaned):
        """Among family disputes it has to be said whether status is at issue before a court is asked."""
        asked = cleaned.get("confirmation") not in (None, "", Dispute.Confirmation.NONE)
        if asked and cleaned.get("kind") == "family" and not cleaned.get("concerns_status"):
            self.add_error("concerns_status", "婚姻家庭纠纷申请司法确认的，请选是否涉及身份关系。")

    def check_consent(self, cleaned):
        """Who does not see the parties is told nothing of them but that one has refused."""
        case, seen = self.instance, self.gate.can_in(self.declaration, Power.READ_PARTIES)
        if seen or not case.pk or cleaned.get("result") != Dispute.Result.AGREED:
            return
        if case.parties.filter(consent=Party.Consent.REFUSED).exists():
            self.add_error("result", "有当事人明确拒绝调解，不能是“达成协议”。")

    def check_number(self, cleaned):
        """A number that is typed must not be that of another case of the township."""
        number, area = cleaned.get("case_number"), cleaned.get("area")
        if not number or not area or number == self.stored_number():
            return
        if is_taken(number, area, self.instance.pk):
            self.add_error("case_number", "这个案卷号已经有别的案件用了，请核对；不填会自动编号。")

    def stored_number(self):
        return Dispute.objects.filter(pk=self.instance.pk).values_list("case_number", flat=True).first()


class CommitteeForm(RecordForm):
    """Committees of a township that exist at the same time have to be told apart by their case numbers."""

    def clean(self):
        cleaned = super().clean()
        area, founded = cleaned.get("area"), cleaned.get("date")
        if area and founded:
            own = MediationCommittee(area=area, number_name=cleaned.get("number_name") or "")
            self.check_name(name_in_numbers(own), self.others(area, founded, cleaned.get("valid_to")))
        return cleaned

    def others(self, area, founded, closed):
        """The township's other committees that exist at some time between the two days."""
        inside = MediationCommittee.objects.filter(area__path__startswith=area.township_path)
        inside = inside.filter(Q(valid_to=None) | Q(valid_to__gte=founded))
        if closed:
            inside = inside.filter(date__lte=closed)
        return inside.exclude(state=State.VOIDED).exclude(pk=self.instance.pk).select_related("area")

    def check_name(self, name, others):
        if twin := next((one for one in others if name_in_numbers(one) == name), None):
            sentence = f"“{twin}”的案卷号也用“{name}”，两家会编出同样的案卷号，请换一个案号简称。"
            self.add_error("number_name", sentence)


class PetitionForm(RecordForm):
    """A 检举控告 is a number and nothing else: no paper of it may be taken in either."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("demand") == "report" and self.has_files(cleaned):
            self.add_error("files", "检举控告只计数，不上传材料；信件请按规定转有权处理的机关。")
        return cleaned

    def has_files(self, cleaned):
        """Whether anything is or would be cited by the record."""
        if cleaned.get("files") or cleaned.get("kept_files"):
            return True
        cited = Attachment.objects.cited_by(self.declaration.slug, self.instance.pk)
        return self.instance.pk is not None and cited.exists()
