using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

[Allow(Permission.GovernAgencies)]
public sealed class WaiveModel(FlagProof proof, WaiveFlag waive, Viewer viewer, UkClock clock) : FlagActModel(proof, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter the last day of the waiver")] public DateOnly? Until { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a reason"), UpTo(Flag.LongestReason, What = "Reason")]
    public string? Because { get; set; }

    public bool IsWaived => Flag.IsWaivedOn(clock.Today);

    /// <summary>A waiver that stands is changed from what it says.</summary>
    public void OnGet() => (Until, Because) = IsWaived ? (Flag.WaivedUntil, Flag.WaivedBecause) : (null, null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await waive.RunAsync(Viewer, FlagId, Until!.Value, Because!, cancel);
        return Done($"Waived until {Until.Value.Words()}");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        await waive.EndAsync(Viewer, FlagId, cancel);
        return Done("The waiver has ended");
    }
}
