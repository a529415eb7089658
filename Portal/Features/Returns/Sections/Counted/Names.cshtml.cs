using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Returns.Sections.Counted;

/// <summary>The people behind one line, by name: not found by whoever may not read the agency's staff.</summary>
[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class NamesModel(ReturnView view, PeopleSection people, LinePeople names, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.People;
    [FromRoute] public Id<GapLine> LineId { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public PeopleSection.Row Row { get; private set; } = null!;
    public Page<LinePeople.Person> Found { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!LinePeople.MayBeReadBy(Viewer, Return.Return.AgencyId)
            || (await people.RunAsync(ReturnId, cancel)).FirstOrDefault(r => r.Line.Id == LineId) is not { } row) return false;
        (Row, Found) = (row, await names.RunAsync(Return, row, Number, cancel));
        return true;
    }
}
