using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.WriteReturns)]
public sealed class RecountModel(ReturnView view, RecountReturn recount, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.People;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        To("People",
            await recount.RunAsync(Viewer, ReturnId, cancel) is > 0 and var changed
                ? $"{Words.Count(changed, "line has", "lines have")} changed"
                : "No figure has changed");
}
