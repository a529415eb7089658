using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework.Drafting;

/// <summary>A job role that a draft adds.</summary>
[Allow(Permission.EditFramework)]
public sealed class AddModel(FrameworkView frameworks, AddRole add, Viewer viewer) : DraftRolePageModel(frameworks, viewer)
{
    private const string Later = "later";

    [BindProperty, Required(ErrorMessage = "Enter a name")] public string? Title { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty, Required(ErrorMessage = "Select a type of agency")] public AgencyType? Type { get; set; }
    [BindProperty, Required(ErrorMessage = "Select a level, or that it is set later")] public string? Level { get; set; }

    public IReadOnlyList<Choice> Levels =>
    [
        .. Framework.Levels.Choices(explained: true),
        new(Later, "Set later") { Hint = "People in this role are listed as not mapped until then" },
    ];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        int? level = int.TryParse(Level, out var number) ? number : null;
        var id = await add.RunAsync(Viewer, DraftId, new(Title!, Description, Type!.Value, level), cancel);
        TempData.Notify($"{Title} added to this draft");
        return ToList(id, Title!, Type.Value, level);
    }
}
