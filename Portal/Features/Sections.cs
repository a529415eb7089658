namespace Portal.Features;

/// <summary>The parts of the portal in the order of the menu, and who finds each there.</summary>
public static class Sections
{
    /// <summary>One part, and the page it begins with.</summary>
    public sealed record Section(string Text, string Page, Permission? Needs = null);

    private static readonly Section[] All =
    [
        new("Home", "/Index"),
        new("Agencies", "/Agencies/Index", Permission.ReadAgencies),
        new("Staff", "/Staff/Index", Permission.ReadStaff),
        new("Imports", "/Imports/Index", Permission.ImportStaff),
        new("Standards", "/Standards/Index", Permission.ReadStandards),
        new("Framework", "/Framework/Index", Permission.ReadFramework),
        new("Reports", "/Reports/Index", Permission.ReadEditions),
        new("Meetings", "/Meetings/Index", Permission.ReadBodies),
        new("People", "/Admin/People/Index", Permission.ManagePeople),
        new("Jobs", "/Admin/Jobs/Index", Permission.RunJobs),
        new("Mail", "/Admin/Mail/Index", Permission.ReadMail),
        new("Audit", "/Admin/Audit/Index", Permission.ReadAudit),
    ];

    public static IEnumerable<Section> For(Viewer viewer) => All.Where(s => s.Needs is not { } needed || viewer.May(needed));
}
