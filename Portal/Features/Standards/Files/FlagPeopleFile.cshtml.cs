using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Files;

/// <summary>Everyone who keeps an agency from meeting a standard, as the page of the flag lists them, as a file.</summary>
[Allow(Permission.ReadFlags)]
public sealed class FlagPeopleFileModel(FlagProof proof, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<FlagPeople.Person>[] Columns =
        [new("Name", p => p.Name), new("Job", p => p.Jobs), new("Why", p => p.Why)];

    [FromRoute] public Id<Flag> FlagId { get; set; }
    [FromRoute] public string Format { get; set; } = "csv";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await proof.RunAsync(viewer, FlagId, page: null, cancel) is not { Behind.People: { } people } found) return NotFound();
        var (rows, name) = (people.Rows.ToAsyncEnumerable(), $"people-{found.Flag.Reference}");
        return SpreadsheetFile.OrCsv(Format, name,
            new($"People behind flag {found.Flag.Reference}", ("As at", Words.Day(clock.Today))),
            new Sheet<FlagPeople.Person>("People", "One row for each person", Columns, rows));
    }
}
