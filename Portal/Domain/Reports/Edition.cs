using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>
/// One numbered edition of the noncompliance report, for one meeting of one body. It says what was so on its cut-off day;
/// approval freezes and hashes it, and a correction is a new revision that says what changed.
/// </summary>
public sealed partial class Edition : IBelongToPartnership, IVersioned
{
    // Names, not numbers: a frozen edition must still say "NotMet" when the enum has grown.
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly List<EditionEvent> events = [];

    public Id<Edition> Id { get; init; } = Id<Edition>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Body> BodyId { get; init; }
    public required Id<Meeting> MeetingId { get; init; }

    /// <summary>Counts the body's editions from 1.</summary>
    public required int Number { get; init; }

    /// <summary>1 for the first issue of an edition, 2 for its first correction…</summary>
    public required int Revision { get; init; }
    public required DateOnly MeetingOn { get; set; }
    public required DateOnly IssueOn { get; set; }
    public DateOnly CutOffOn { get; private set; }
    public EditionState State { get; private set; }

    /// <summary>What it says, as JSON of <see cref="EditionContent"/>.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of the content and the commentary, in lower-case hexadecimal; null until approved.</summary>
    public string? Hash { get; private set; }

    /// <summary>The commissioner's own words, printed under the headline.</summary>
    public string? Commentary { get; private set; }

    /// <summary>What a correction changed; null on a first issue.</summary>
    public string? ChangeNote { get; init; }
    public required DateTime PreparedAt { get; init; }
    public DateTime? ApprovedAt { get; private set; }
    public Id<User>? ApprovedBy { get; private set; }
    public string? ApproverName { get; private set; }
    public DateTime? IssuedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>What was done with it, the first step first. An edition from before steps were noted has only its later ones.</summary>
    public IReadOnlyList<EditionEvent> Events => events;

    public EditionContent Read() => JsonSerializer.Deserialize<EditionContent>(Content, Json)!;

    /// <summary>
    /// How the stored content of an edition has a flag that it names, open or cleared: enough for the database to find it.
    /// </summary>
    public static string Naming(string flagReference) =>
        $"\"{nameof(FlagEntry.Reference)}\":{JsonSerializer.Serialize(flagReference, Json)}";

    /// <summary>Writes the figures into the draft, the first time or anew.</summary>
    public void Prepare(Viewer viewer, EditionContent content, DateTime now)
    {
        RefuseUnlessDraft();
        Write(Carrying(content));
        Note(EditionStep.Prepared, viewer, now, null);
    }

    public void Comment(Viewer viewer, string? commentary, DateTime now)
    {
        RefuseUnlessDraft();
        Commentary = commentary;
        Note(EditionStep.Commented, viewer, now, null);
    }

    /// <summary>A person takes responsibility for what it says about named agencies. From here on it cannot change.</summary>
    public void Approve(Viewer approver, DateTime now)
    {
        RefuseUnlessDraft();
        if (approver.UserId is null) throw new Refused("A person must approve a report before it is issued");
        if (IsOfAnotherDay) throw new Refused("The meeting has moved. Write the figures again first, so that the report says its new day");
        (State, ApprovedBy, ApproverName, ApprovedAt) = (EditionState.Approved, approver.UserId, approver.Name, now);
        Hash = HashOf(Content, Commentary);
        Note(EditionStep.Approved, approver, now, null);
    }

    /// <summary>Looks up once more what has closed since the cut-off day: the last change before it is approved.</summary>
    public void SaySince(SinceCutOff since)
    {
        RefuseUnlessDraft();
        Write(Read() with { Since = since });
    }

    /// <summary>Whoever approves may think again until it is issued: it is a draft again, and who had approved it stays known.</summary>
    public void Withdraw(Viewer viewer, DateTime now)
    {
        if (State != EditionState.Approved)
            throw new Refused($"Edition {Number} is {State.Words()}. An approval can be withdrawn until the report is issued");
        Note(EditionStep.Withdrawn, viewer, now, $"Approved by {ApproverName} on {Words.Day(UkClock.DayOf(ApprovedAt!.Value))}");
        BecomeDraft();
    }

    /// <summary>Refused before its day, and unless what was approved is still what is stored.</summary>
    public void Issue(Viewer viewer, DateOnly today, DateTime now)
    {
        if (State != EditionState.Approved)
            throw new Refused($"Edition {Number} is {State.Words()}. Only an approved report can be issued");
        if (today < IssueOn) throw new Refused("This report is not due to be issued yet");
        if (!IsIntact()) throw new Refused("This report is no longer what was approved, so it was not issued");
        (State, IssuedAt) = (EditionState.Issued, now);
        Note(EditionStep.Issued, viewer, now, null);
    }

    /// <summary>The meeting has another day: what was approved said the old one, so it is a draft again, with a new timetable.</summary>
    public void FollowMeeting(Viewer viewer, DateOnly meetingOn, DateTime now)
    {
        if (State is not (EditionState.Draft or EditionState.Approved)) throw new Refused("An issued report does not follow its meeting");
        BecomeDraft();
        Note(EditionStep.FollowedMeeting, viewer, now, $"{Words.Day(MeetingOn)} to {Words.Day(meetingOn)}");
        (MeetingOn, IssueOn) = (meetingOn, new EditionTimetable(meetingOn).IssueOn);
    }

    /// <summary>
    /// A draft of the same edition that says what changed, and the commentary again. This one stands until that one is issued.
    /// </summary>
    public Edition Correct(Viewer viewer, string changeNote, EditionContent content, DateOnly today, DateTime now)
    {
        RefuseUnlessIssued();
        var correction = new Edition
        {
            PartnershipId = PartnershipId, BodyId = BodyId, MeetingId = MeetingId, Number = Number, Revision = Revision + 1,
            MeetingOn = MeetingOn, IssueOn = today, PreparedAt = now, ChangeNote = changeNote, Commentary = Commentary,
        };
        correction.Write(Carrying(content));
        correction.Note(EditionStep.Corrected, viewer, now, changeNote);
        return correction;
    }

    /// <summary>Recipients who have not acknowledged it are asked once more, on one day once.</summary>
    /// <param name="people">How many.</param>
    public void Remind(Viewer viewer, int people, DateTime now)
    {
        if (State != EditionState.Issued) throw new Refused("Only an issued report can be acknowledged");
        if (people == 0) throw new Refused("Nobody is left to remind: all who can have acknowledged this report");
        if (events.Exists(e => e.Step == EditionStep.Reminded && UkClock.DayOf(e.At) == UkClock.DayOf(now)))
            throw new Refused("A reminder of this report has gone out today. The next can go tomorrow");
        Note(EditionStep.Reminded, viewer, now, Words.Count(people, "person", "people"));
    }

    /// <summary>Its correction is issued.</summary>
    public void Supersede(Viewer viewer, DateTime now)
    {
        RefuseUnlessIssued();
        State = EditionState.Superseded;
        Note(EditionStep.Superseded, viewer, now, null);
    }

    /// <summary>Refuses to correct what nobody has been sent, or what has been corrected already.</summary>
    public void RefuseUnlessIssued()
    {
        if (State != EditionState.Issued) throw new Refused("Only an issued report can be corrected");
    }

    /// <summary>Whether the meeting has moved since the figures were written: they say another day.</summary>
    public bool IsOfAnotherDay => Revision == 1 && Content.Length > 0 && Read().MeetingOn != MeetingOn;

    /// <summary>Whether its figures can be written anew: those of a correction stay those of its cut-off day.</summary>
    public bool MayBeWrittenAgain => State == EditionState.Draft && Revision == 1;

    /// <summary>Whether it is not issued yet, and says another day than that of its meeting.</summary>
    public bool LagsBehind(DateOnly meetingOn) =>
        State is EditionState.Draft or EditionState.Approved && (MeetingOn != meetingOn || IsOfAnotherDay);

    /// <summary>Whether the stored words and figures are those that were approved.</summary>
    public bool IsIntact() => Hash == HashOf(Content, Commentary);

    private void Write(EditionContent content) =>
        (Content, CutOffOn) = (JsonSerializer.Serialize(content, Json), content.CutOffOn);

    private void Note(EditionStep step, Viewer viewer, DateTime now, string? note) =>
        events.Add(new EditionEvent { EditionId = Id }.Taken(step, viewer, now, note));

    private void BecomeDraft() =>
        (State, ApprovedBy, ApproverName, ApprovedAt, Hash) = (EditionState.Draft, null, null, null, null);

    /// <summary>Refuses what is approved or has gone out, and says what can be done instead.</summary>
    public void RefuseUnlessDraft()
    {
        if (State == EditionState.Draft) return;
        throw new Refused($"Edition {Number} is already {State.Words()}. "
            + (State == EditionState.Approved ? "Withdraw the approval to change it" : "A correction is a new version"));
    }

    private static string HashOf(string content, string? commentary) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content + "\n" + commentary)));
}
