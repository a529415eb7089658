using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Deciding;

[Allow(Permission.DecideRequests)]
public sealed class TermsModel(TermsOfPartnership terms, SetTerms set, Viewer viewer) : LoadedPageModel<CommissioningTerms>
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount")] public Money? CommissionerUpTo { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount")] public Money? SubGroupUpTo { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an amount")] public Money? ReferencePrice { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter how many working days")] public int? TargetWorkingDays { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter how many members")] public int? QuorumMembers { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter how many working days")] public int? AppealWorkingDays { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter how many days")] public int? UrgentDays { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter how many agencies")] public int? QuorumAgencies { get; set; }

    public void OnGet()
    {
        (Seen, CommissionerUpTo, SubGroupUpTo, ReferencePrice) =
            (Loaded.Version, Loaded.CommissionerUpTo, Loaded.SubGroupUpTo, Loaded.ReferencePrice);
        (AppealWorkingDays, UrgentDays) = (Loaded.AppealWorkingDays, Loaded.UrgentDays);
        (TargetWorkingDays, QuorumMembers, QuorumAgencies) = (Loaded.TargetWorkingDays, Loaded.QuorumMembers, Loaded.QuorumAgencies);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await set.RunAsync(viewer, new(CommissionerUpTo!.Value, SubGroupUpTo!.Value, ReferencePrice!.Value, TargetWorkingDays!.Value,
            QuorumMembers!.Value, QuorumAgencies!.Value)
        {
            AppealWorkingDays = AppealWorkingDays!.Value, UrgentDays = UrgentDays!.Value,
        }, Seen, cancel);
        TempData.Notify("Saved. It holds for requests that are sent from now on");
        return RedirectToPage("/Commissioning/Index");
    }

    protected override async Task<CommissioningTerms?> FindAsync(CancellationToken cancel) => await terms.RunAsync(viewer, cancel);
}
