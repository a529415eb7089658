using Microsoft.AspNetCore.Mvc;
using Portal.Features.Returns.Sections.Counted;
using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class PeopleModel(ReturnView view, PeopleSection people, ConfirmLines confirm, LinePeople names, Viewer viewer)
    : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.People;
    public IReadOnlyList<PeopleSection.Row> Rows { get; private set; } = [];

    /// <summary>The line to confirm, in the version that the person saw; all that nobody has looked at when none is named.</summary>
    [BindProperty] public Id<GapLine>? Line { get; set; }

    /// <summary>When the figures were taken that the person saw, in ticks: to the millisecond would not tell two apart.</summary>
    [BindProperty] public long Taken { get; set; }
    /// <summary>How many of those who were missing hold the level today.</summary>
    public int Since { get; private set; }
    public bool MayReadNames => LinePeople.MayBeReadBy(Viewer, Return.Return.AgencyId);
    public int Waiting => Rows.Count(r => r.Line is { IsAnswered: false, StatedHeadcount: null });

    public string Level(PeopleSection.Row row) => row.NoLevel ?? $"Level {Return.Framework.Level(row.Line.LevelNumber!.Value).Code}";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Line is { } line) await confirm.OneAsync(Viewer, ReturnId, line, Seen, cancel);
        else await confirm.RunAsync(Viewer, ReturnId, new(Taken, DateTimeKind.Utc), cancel);
        return To("People", Line is null ? "Figures confirmed" : "Line confirmed");
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        (Rows, Since) = (await people.RunAsync(ReturnId, cancel), await names.SinceAsync(Return, cancel));
        return true;
    }
}
