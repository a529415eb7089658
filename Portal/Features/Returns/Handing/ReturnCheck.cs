using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Handing;

/// <summary>
/// What someone should look at before a return is sent, each with the place where it is put right. What must be done stops
/// the sending; the rest is shown to the executive lead and the commissioner as it stands.
/// </summary>
public sealed class ReturnCheck(PortalDb db, ReturnProgress progress, PeopleSection people, UkClock clock)
{
    /// <param name="Page">The page of the return where it is put right; an address beginning with "~" for one elsewhere.</param>
    /// <param name="Needs">What one must be allowed to put it right there; null for whoever reads the return.</param>
    public sealed record Finding(string Sentence, string Page, bool Stops = false, Permission? Needs = null);

    public async Task<IReadOnlyList<Finding>> RunAsync(Id<AgencyReturn> id, CancellationToken cancel)
    {
        var figures = await progress.RunAsync(id, cancel);
        var lines = await people.RunAsync(id, cancel);
        return
        [
            .. Unanswered(figures), .. Gaps(figures), .. People(lines), .. await ActionsAsync(id, lines, cancel),
            .. await EvidenceAsync(id, cancel), .. await StaffListAsync(id, cancel)
        ];
    }

    private static IEnumerable<Finding> Unanswered(ReturnProgress.Figures figures)
    {
        if (figures.LinesAnswered < figures.Lines)
            yield return new(
                $"{Words.Count(figures.Lines - figures.LinesAnswered, "line of figures is", "lines of figures are")} not confirmed",
                "People", Stops: true);
        if (figures.QuestionsAnswered < figures.Questions)
            yield return new(
                $"{Words.Count(figures.Questions - figures.QuestionsAnswered, "question is", "questions are")} not answered", "Questions",
                Stops: true);
    }

    private static IEnumerable<Finding> Gaps(ReturnProgress.Figures figures)
    {
        if (figures.Touched < figures.Gaps)
            yield return new($"{Words.Count(figures.Gaps - figures.Touched, "gap has", "gaps have")} no action", "Actions");
        if (figures.Planned < figures.Touched)
            yield return new(
                $"{Words.Count(figures.Touched - figures.Planned, "gap has an action", "gaps have actions")} without an owner or a date",
                "Actions");
        if (figures.Costed < figures.Gaps)
            yield return new($"{Words.Count(figures.Gaps - figures.Costed, "gap has", "gaps have")} no costing", "Costing");
        if (figures.BlankCosts > 0)
            yield return new(
                $"{Words.Count(figures.BlankCosts, "cost has", "costs have")} no quantity or no price, and "
                    + $"{(figures.BlankCosts == 1 ? "counts" : "count")} nothing", "Costing");
    }

    private static IEnumerable<Finding> People(IReadOnlyList<PeopleSection.Row> rows)
    {
        var unmapped = rows.Where(r => r.Line.JobRoleId is null).Sum(r => r.Line.Headcount);
        if (unmapped > 0)
            yield return new(
                $"{Words.Count(unmapped, "person", "people")} "
                    + $"{(unmapped == 1 ? "has a job title that is" : "have job titles that are")} not mapped to a job role",
                "~/Staff/Titles", Needs: Permission.MapJobTitles);
        if (rows.Any(r => r.Line is { LevelNumber: >= 3, StatedHolding: { } stated } line && stated > line.Holding))
            yield return new(
                "More people are stated at level 3 or 4 than verified records show. Add the training with its certificates", "People");
    }

    private async Task<IReadOnlyList<Finding>> ActionsAsync(
        Id<AgencyReturn> id, IReadOnlyList<PeopleSection.Row> rows, CancellationToken cancel)
    {
        var today = clock.Today;
        var late = await db.GapActions.CountAsync(a => a.ReturnId == id && a.DueOn < today, cancel);
        var idle = await db.GapActions.CountAsync(a => a.ReturnId == id && a.Gaps.Count == 0, cancel);
        var actions = await db.GapActions.AsNoTracking().Include(a => a.Gaps).Where(a => a.ReturnId == id).ToListAsync(cancel);
        var lines = rows.ToDictionary(r => r.Line.Id, r => r.Line);
        List<Finding> findings = [.. HowMany(actions, lines)];
        if (late > 0) findings.Add(new($"{Words.Count(late, "action has a date", "actions have dates")} in the past", "Actions"));
        if (idle > 0) findings.Add(new($"{Words.Count(idle, "action closes", "actions close")} no gap any more", "Actions"));
        return findings;
    }

    /// <summary>Actions for more people than are missing, and gaps whose actions bring fewer.</summary>
    private static IEnumerable<Finding> HowMany(IReadOnlyList<GapAction> actions, Dictionary<Id<GapLine>, GapLine> lines)
    {
        var over = actions.Count(a => a.Gaps.Count > 0 && a.People > a.Gaps.Sum(g => lines[g.LineId].Trainable));
        if (over > 0)
            yield return new(
                $"{Words.Count(over, "action is", "actions are")} for more people than are missing or lapse in "
                    + $"{(over == 1 ? "its gaps" : "their gaps")}", "Actions");
        var (brought, missing) = (actions.Where(a => a.Gaps.Count > 0).Sum(a => a.People),
            actions.SelectMany(a => a.Gaps).Select(g => g.LineId).Distinct().Sum(id => lines[id].ToClose));
        if (brought < missing)
            yield return new(
                $"The actions bring {Words.Count(brought, "person", "people")} to the level, and {missing} are missing in their gaps",
                "Actions");
    }

    private async Task<IReadOnlyList<Finding>> EvidenceAsync(Id<AgencyReturn> id, CancellationToken cancel)
    {
        var today = clock.Today;
        var expired = await db.ReturnAnswers.CountAsync(a => a.ReturnId == id && a.EvidenceId != null && a.EvidenceEndsOn < today, cancel);
        return expired == 0 ? []
            : [new($"{Words.Count(expired, "piece of evidence has", "pieces of evidence have")} expired", "Questions")];
    }

    private async Task<IReadOnlyList<Finding>> StaffListAsync(Id<AgencyReturn> id, CancellationToken cancel)
    {
        var agency = await db.Returns.Where(a => a.Id == id)
            .Join(db.Agencies, a => a.AgencyId, g => g.Id, (_, g) => new { g.Id, g.StaffListConfirmedOn }).SingleAsync(cancel);
        return agency.StaffListConfirmedOn is { } last && Agency.StaffListFreshUntil(last) >= clock.Today ? []
            : [new(
                agency.StaffListConfirmedOn is { } on ? $"The staff list was last confirmed on {on.Words()}"
                    : "The staff list has never been confirmed",
                $"~/Agencies/{agency.Id}/ConfirmStaffList", Needs: Permission.ImportStaff)];
    }
}
