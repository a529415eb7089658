namespace Portal.Domain;

/// <content>From agreeing to the preview to putting everything back.</content>
public sealed partial class Import
{
    /// <summary>How long after applying an import can be undone.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromHours(24);

    /// <summary>Above this share of the staff list, in per cent, people leave only after a typed confirmation.</summary>
    public const int BrakePercent = 10;

    /// <summary>As many new people as this, and more than half of the staff list, look like another agency's file.</summary>
    public const int ManyNew = 20;

    /// <summary>A staff list that is shorter has only begun, and grows by many at once.</summary>
    public const int ShortList = 10;

    /// <summary>Whether so many would leave that the person must type the number.</summary>
    public bool NeedsBrake => LeaverCount >= 2 && LeaverCount * 100 > StaffListSize * BrakePercent;

    /// <summary>Whether so many would join a list that has people already that the person must type the number.</summary>
    public bool NeedsBrakeForNew =>
        Kind == ImportKind.StaffList && StaffListSize >= ShortList && NewCount >= ManyNew && NewCount * 2 > StaffListSize;

    /// <summary>
    /// Whether a list that is said to name everyone has rows that are refused or in question: then a person says whether it is complete.
    /// </summary>
    public bool AsksWhetherComplete => IsFullList && RefusedCount + InQuestionCount > 0;

    /// <summary>Agrees to the preview, with what has to be typed when many would leave or join, and said when rows were refused.</summary>
    public void Agree(Viewer viewer, ImportAnswers answers)
    {
        if (State != ImportState.Ready) throw new Refused($"This import is already {State.Words()}");
        if (NeedsBrake && answers.Leavers?.Trim() != $"{LeaverCount}")
            throw new Refused(
                $"{LeaverCount} of {StaffListSize} would leave. Type {LeaverCount} to confirm, or discard this file", "Leavers");
        if (NeedsBrakeForNew && answers.Newcomers?.Trim() != $"{NewCount}")
            throw new Refused(
                $"{NewCount} would join a list of {StaffListSize}. Type {NewCount} to confirm, or discard this file", "Newcomers");
        if (AsksWhetherComplete && answers.IsComplete is null) throw new Refused("Select whether the list is complete", "IsComplete");
        ConfirmsStaffList = IsFullList && (answers.IsComplete ?? true);
        if (ToApply == 0 && !ConfirmsStaffList)
            throw new Refused("Nothing in this file would change anything. Discard it, or correct it and upload it again");
        (State, AppliedBy, AppliedByName, Notice, Done) = (ImportState.Queued, viewer.UserId, viewer.Name, null, 0);
    }

    /// <summary>What the person agreed to is no longer what would happen: the new preview waits for them.</summary>
    public void AskAgain(ImportComparison found)
    {
        Compared(found);
        Notice = "Someone changed staff or training after you looked at this preview. Nothing was applied. Check it again and apply it";
    }

    public void Applied(DateTime now, DateOnly? staffListConfirmedBefore) =>
        (State, AppliedAt, StaffListConfirmedBefore) = (ImportState.Applied, now, staffListConfirmedBefore);

    /// <summary>Asks for everything to be put back. Refused a day after it was applied.</summary>
    public void Undo(DateTime now)
    {
        if (State != ImportState.Applied) throw new Refused($"This import is {State.Words()}, so there is nothing to undo");
        if (!MayBeUndoneAt(now)) throw new Refused("An import can be undone for 24 hours. Upload a corrected file instead");
        (State, Done) = (ImportState.Undoing, 0);
    }

    public bool MayBeUndoneAt(DateTime now) => State == ImportState.Applied && now - AppliedAt <= UndoWindow;

    public void Undone(DateTime now) => (State, UndoneAt) = (ImportState.Undone, now);
}
