using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.WriteReturns)]
public sealed class LineModel(ReturnView view, PeopleSection people, StateLine state, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.People;
    [FromRoute] public Id<GapLine> LineId { get; set; }
    [BindProperty, Display(Name = "People in this job")] public int? StatedHeadcount { get; set; }
    [BindProperty, Display(Name = "People who hold the level")] public int? StatedHolding { get; set; }
    [BindProperty, UpTo(1000, What = "Reason")] public string? StatedReason { get; set; }
    public PeopleSection.Row Row { get; private set; } = null!;

    public void OnGet() => (Seen, StatedHeadcount, StatedHolding, StatedReason) =
        (Row.Line.Version, Row.Line.StatedHeadcount, Row.Line.StatedHolding, Row.Line.StatedReason);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await state.RunAsync(Viewer, ReturnId, LineId, new(StatedHeadcount, StatedHolding, StatedReason), Seen, cancel);
        return To("People", "Your figures are saved beside the portal’s");
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if ((await people.RunAsync(ReturnId, cancel)).FirstOrDefault(r => r.Line.Id == LineId) is not { } row) return false;
        Row = row;
        return true;
    }
}
