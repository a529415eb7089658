using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns;

/// <summary>
/// All that a return says, as a spreadsheet: a sheet each for its figures, answers, actions and costs. Readable at any time,
/// before and after the deadline.
/// </summary>
[Allow(Permission.ReadReturns)]
public sealed class DownloadModel(
    ReturnView view, PeopleSection people, QuestionsSection questions, ActionsSection actions,
    Viewer viewer) : ReturnPageModel(view, viewer)
{
    private sealed record CostRow(ActionsSection.Row Action, CostLine Cost);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plans = await actions.RunAsync(ReturnId, cancel);
        return new SpreadsheetFile($"return-{Return.Cycle.CutOffOn:O}.xlsx",
            new($"Skill-gap assessment of {Return.Agency}",
                ("Return", $"{Return.Cycle.Title}, {Return.Return.State.Words()}"), ("Figures as at", Words.Day(Return.Cycle.CutOffOn))),
            new Sheet<PeopleSection.Row>("People", "One row for each job: who is in date for the level it needs", People,
                await people.RunAsync(ReturnId, cancel)),
            new Sheet<QuestionsSection.Row>("Questions", "One row for each question", Questions, await questions.RunAsync(Return, cancel)),
            new Sheet<ActionsSection.Row>("Actions", "One row for each action, with all that it costs", Actions, plans.Actions),
            new Sheet<CostRow>("Costing", "One row for each cost of an action: their sum is the cost of the plans", Costs,
                plans.Actions.SelectMany(a => a.Costs.Select(c => new CostRow(a, c)))));
    }

    private Column<PeopleSection.Row>[] People =>
    [
        new("What", r => r.Title), new("Level", r => r.NoLevel ?? Level(r.Line.LevelNumber)), new("People", r => r.Line.Headcount),
        new("In date", r => r.Line.Holding), new("Gap", r => r.Line.Gap), new("People, stated", r => r.Line.StatedHeadcount),
        new("In date, stated", r => r.Line.StatedHolding), new("Note", r => r.Line.StatedReason),
    ];

    private static Column<QuestionsSection.Row>[] Questions =>
    [
        new("What", q => q.Question.Text), new("Answer", q => q.Answer?.Count is { } count ? count : q.Answer?.Words),
        new("Score", q => q.Answer?.Score), new("Moderated score", q => q.Moderated), new("Note", q => q.Status),
    ];

    private Column<ActionsSection.Row>[] Actions =>
    [
        new("What", a => a.Words), new("Level", a => string.Join(", ", a.Gaps.Select(g => Level(g.Line.LevelNumber)).Distinct())),
        new("People", a => a.Action.People), new("Owner", a => a.Action.Owner), new("By", a => a.Action.DueOn),
        new("Cost £", a => a.Total), new("Note", a => a.Action.Route.Words()),
    ];

    private static Column<CostRow>[] Costs =>
    [
        new("What", c => c.Action.Words), new("Kind", c => c.Cost.Kind.Words()), new("Cost £", c => c.Cost.IsBlank ? null : c.Cost.Total),
        new("Who pays", c => c.Cost.Funding.ForAll()),
        new("Note", c => c.Cost.IsBlank ? "Blank"
            : $"{c.Cost.Quantity:0.##} × {c.Cost.UnitPrice}, VAT {c.Cost.VatPercent}%, {FinancialYear.Words(c.Cost.Year)}"),
    ];

    private string? Level(int? number) => number is { } level ? Return.Framework.Level(level).Code : null;
}
