using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Asking;

/// <summary>Whom the commissioner asks for a staff list, and in which words, before anything is sent.</summary>
[Allow(Permission.GovernAgencies)]
public sealed class AskForStaffListsModel(StaffListsToAskFor lists, AskForStaffLists ask, Viewer viewer) : LoadedPageModel
{
    public IReadOnlyList<StaffListsToAskFor.Row> Lists { get; private set; } = [];
    public int Messages => Lists.Sum(l => l.People.Count);
    public bool MayInvite => viewer.May(Permission.ManagePeople);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Lists = await lists.RunAsync(viewer, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var sent = await ask.RunAsync(viewer, cancel);
        TempData.Notify(sent == 0 ? "Everybody was asked today already" : $"{Words.Count(sent, "message")} on the way");
        return RedirectToPage("/Agencies/Index", new { Lack = AgencyList.Lack.StaffList });
    }
}
