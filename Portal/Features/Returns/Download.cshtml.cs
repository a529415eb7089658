using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns;

/// <summary>
/// All that a return says, as a spreadsheet: a line for each figure, answer, action and cost. Readable at any time,
/// before and after the deadline.
/// </summary>
[Allow(Permission.ReadReturns)]
public sealed class DownloadModel(
    ReturnView view, PeopleSection people, QuestionsSection questions, ActionsSection actions,
    Viewer viewer) : ReturnPageModel(view, viewer)
{
    private sealed record Line(string Section, string What, string? Level = null, int? People = null, int? Holding = null, int? Gap = null,
        int? StatedPeople = null, int? StatedHolding = null,
        string? Answer = null, int? Score = null, int? Moderated = null, string? Owner = null, DateOnly? By = null, decimal? Pounds = null,
        string? Paid = null, string? Note = null);

    private static readonly Column<Line>[] Columns =
    [
        new("Section", l => l.Section), new("What", l => l.What), new("Level", l => l.Level), new("People", l => l.People),
        new("In date", l => l.Holding), new("Gap", l => l.Gap), new("People, stated", l => l.StatedPeople),
        new("In date, stated", l => l.StatedHolding), new("Answer", l => l.Answer), new("Score", l => l.Score),
        new("Moderated score", l => l.Moderated), new("Owner", l => l.Owner), new("By", l => l.By), new("Cost £", l => l.Pounds),
        new("Who pays", l => l.Paid), new("Note", l => l.Note),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        string? Level(int? number) => number is { } level ? Return.Framework.Level(level).Code : null;
        var plans = await actions.RunAsync(ReturnId, cancel);
        IEnumerable<Line> lines =
        [
            .. (await people.RunAsync(ReturnId, cancel))
                .Select(r => new Line(
                    "People", r.Title, r.NoLevel ?? Level(r.Line.LevelNumber), r.Line.Headcount, r.Line.Holding, r.Line.Gap,
                    r.Line.StatedHeadcount, r.Line.StatedHolding, Note: r.Line.StatedReason)),
            .. (await questions.RunAsync(Return, cancel))
                .Select(q => new Line(
                    "Questions", q.Question.Text,
                    Answer: q.Answer?.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? q.Answer?.Words,
                    Score: q.Answer?.Score, Moderated: q.Moderated, Note: q.Status)),
            .. plans.Actions.Select(a => new Line(
                "Actions", a.Words, string.Join(", ", a.Gaps.Select(g => Level(g.Line.LevelNumber)).Distinct()), a.Action.People,
                Owner: a.Action.Owner, By: a.Action.DueOn, Pounds: a.Total.Pence / 100m, Note: a.Action.Route.Words())),
            .. plans.Actions.SelectMany(a => a.Costs.Select(c => new Line(
                "Costing", $"{a.Words}: {c.Kind.Words()}", Pounds: c.IsBlank ? null : c.Total.Pence / 100m, Paid: c.Funding.ForAll(),
                Note: c.IsBlank ? "Blank" : $"{c.Quantity:0.##} × {c.UnitPrice}, VAT {c.VatPercent}%, {FinancialYear.Words(c.Year)}"))),
        ];
        return new SpreadsheetFile<Line>($"return-{Return.Cycle.CutOffOn:O}.xlsx", "Return", Columns, lines.ToAsyncEnumerable());
    }
}
