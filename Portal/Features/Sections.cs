using Microsoft.AspNetCore.Mvc;
using Portal.Components;

namespace Portal.Features;

/// <summary>The parts of the portal in the order of the menu, and who finds each there.</summary>
public static class Sections
{
    private static readonly (string Text, string Page, Permission? Needs)[] All =
    [
        ("Home", "/Index", null),
        ("Agencies", "/Agencies/Index", Permission.ReadAgencies),
        ("Staff", "/Staff/Index", Permission.ReadStaff),
        ("Imports", "/Imports/Index", Permission.ImportStaff),
        ("Standards", "/Standards/Index", Permission.ReadStandards),
        ("Framework", "/Framework/Index", Permission.ReadFramework),
        ("Reports", "/Reports/Index", Permission.ReadEditions),
        ("Meetings", "/Meetings/Index", Permission.ReadBodies),
        ("People", "/Admin/People/Index", Permission.ManagePeople),
        ("Jobs", "/Admin/Jobs", Permission.RunJobs),
        ("Mail", "/Admin/Mail", Permission.ReadMail),
        ("Audit", "/Admin/Audit", Permission.ReadAudit),
    ];

    /// <summary>What this person may open, the part being read marked.</summary>
    public static IReadOnlyList<Navigation.Item> For(Viewer viewer, IUrlHelper url, PathString path) =>
    [
        .. from section in All
           where section.Needs is not { } needed || viewer.May(needed)
           let href = url.Page(section.Page)
           where href is not null
           select new Navigation.Item(section.Text, href, href == "/" ? path == "/" : path.StartsWithSegments(href)),
    ];
}
