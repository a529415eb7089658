using Microsoft.AspNetCore.Mvc;

namespace Portal.Features.Framework;

/// <summary>A page about a job role of a draft, which leads back to the list that one came from, as it was searched and filtered.</summary>
public abstract class DraftRolePageModel(FrameworkView frameworks, Viewer viewer) : DraftPageModel(frameworks, viewer)
{
    [FromQuery(Name = "search")] public string? ListSearch { get; set; }
    [FromQuery(Name = "type")] public AgencyType? ListType { get; set; }
    [FromQuery(Name = "needs")] public int? ListLevel { get; set; }

    /// <summary>The list as it was.</summary>
    public object List => new { frameworkId = DraftId, Search = ListSearch, Type = ListType, Level = ListLevel };

    /// <summary>To the role's line in the list; a filter that it no longer passes is left out.</summary>
    protected RedirectToPageResult ToList(Id<JobRole> role, string title, AgencyType type, int? level)
    {
        if (ListSearch is { } search && !title.Contains(search, StringComparison.CurrentCultureIgnoreCase)) ListSearch = null;
        if (ListType is { } other && other != type) ListType = null;
        if (ListLevel is { } needs && needs != level) ListLevel = null;
        return RedirectToPage("/Framework/Roles", null, List, $"role-{role}");
    }
}
