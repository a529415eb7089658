namespace Portal.Features;

/// <summary>The parts of the portal in the order of the menu, and who finds each there.</summary>
public static class Sections
{
    /// <summary>One part, and the page it begins with.</summary>
    /// <param name="About">What is found there, in a few words.</param>
    /// <param name="Also">Other addresses whose pages belong to it.</param>
    public sealed record Section(string Text, string Page, string About, Permission? Needs = null, params string[] Also);

    private static readonly Section[] All =
    [
        new("Home", "/Index", "What to do next"),
        new("Agencies", "/Agencies/Index", "Who follows the standards, and who leads the training in each", Permission.ReadAgencies),
        new("Staff", "/Staff/People/Index", "Who needs which level, and who holds it", Permission.ReadStaff),
        new("Courses", "/Courses/Catalogue/Index", "What training there is, and what to book", Permission.ReadCourses),
        new("Imports", "/Imports/Index", "Staff lists and training histories from a file", Permission.ImportStaff),
        new("Returns", "/Returns/Index", "What is missing in each agency, and what closing it costs", Permission.ReadReturns,
            "/Cycles", "/Funding", "/BoroughGap"),
        new("Commissioning", "/Commissioning/Index", "What agencies ask the partnership to buy, and what was decided",
            Permission.ReadRequests),
        new("Standards", "/Standards/Index", "What each standard asks, and how every agency stands", Permission.ReadStandards, "/Flags"),
        new("Framework", "/Framework/Index", "What people in each job must be able to do", Permission.ReadFramework),
        new("Reports", "/Reports/Index", "What the board was told, edition by edition", Permission.ReadEditions),
        new("Meetings", "/Meetings/Index", "The boards and groups, and when they meet", Permission.ReadBodies),
        new("People", "/Admin/People/Index", "Who can sign in, and as what", Permission.ManagePeople),
        new("Jobs", "/Admin/Jobs/Index", "What the portal does by itself", Permission.RunJobs),
        new("Mail", "/Admin/Mail/Index", "What was sent, and what could not be", Permission.ReadMail),
        new("Audit", "/Admin/Audit/Index", "Who changed what, and when", Permission.ReadAudit),
    ];

    private static readonly Section Administering = new("Administration", "/Admin/Index", "People, jobs, mail and the audit");

    public static IReadOnlyList<Section> For(Viewer viewer) => [.. All.Where(s => s.Needs is not { } needed || viewer.May(needed))];

    public static IReadOnlyList<Section> Administration(Viewer viewer) => [.. For(viewer).Where(IsAdministration)];

    /// <summary>The menu in one line: whoever may administer several things finds them under one word.</summary>
    public static IReadOnlyList<Section> Menu(Viewer viewer) =>
        Administration(viewer).Count < 2 ? For(viewer) : [.. For(viewer).Where(s => !IsAdministration(s)), Administering];

    private static bool IsAdministration(Section section) => section.Page.StartsWith("/Admin/", StringComparison.Ordinal);
}
