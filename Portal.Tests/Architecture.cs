using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>Keeps docs/architecture.md true. Whoever finds a better shape changes that page and this table together.</summary>
public partial class Architecture
{
    private static readonly string[] Rooms =
    [
        "Partnership", "Hubs", "Framework", "Agencies", "Staff", "Courses", "Imports", "Cycles", "Returns", "Funding", "BoroughGap",
        "Commissioning", "Standards", "Reports", "Governance",
    ];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Domain"] = [],
        ["Data"] = ["Domain"],
        ["Components"] = ["Domain"],
        ["Security"] = ["Domain", "Data"],
        ["Jobs"] = ["Domain", "Data"],
        ["Mail"] = ["Domain", "Data", "Components"],
        ["Web"] = ["Domain", "Components", "Security"],
        ["Features"] = ["Domain", "Data", "Components", "Jobs", "Mail", "Security", "Web"],
        ["Migrations"] = ["Domain", "Data"],
    };

    private static readonly Type[] Types = [.. typeof(Program).Assembly.GetTypes()
        .Where(t => !t.IsNested && t.Namespace is not null && Folder(t) != "")];

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_uses_only_the_folders_it_may(string folder) => NoneOf(
        from type in Types.Where(t => Folder(t) == folder)
        from used in UsedInPortal(type)
        let other = Folder(used)
        where other != "" && other != folder && !MayUse[folder].Contains(other)
        select $"{type.Name} in {folder} uses {used.Name} in {other}");

    [Fact]
    public void The_domain_uses_the_base_class_library_and_nothing_else() => NoneOf(
        from type in Types.Where(t => Folder(t) == "Domain")
        from used in Uses.Of(type)
        where used.Assembly != typeof(Program).Assembly
            && Path.GetDirectoryName(used.Assembly.Location) != Path.GetDirectoryName(typeof(object).Assembly.Location)
        select $"{type.Name} uses {used.FullName}");

    [Fact]
    public void A_room_of_the_domain_knows_only_the_rooms_above_it()
    {
        var rooms = DomainRooms();
        NoneOf(
            from type in Types.Where(t => rooms.ContainsKey(Plain(t)))
            from used in UsedInPortal(type)
            where rooms.TryGetValue(Plain(used), out var other) && Folder(used) == "Domain" && other > rooms[Plain(type)]
            select $"{type.Name} in {Rooms[rooms[Plain(type)]]} uses {used.Name} in {Rooms[rooms[Plain(used)]]}, which stands below it");
    }

    [Fact]
    public void A_feature_uses_of_another_feature_only_the_queries_of_rooms_above_it() => NoneOf(
        from type in Types.Where(t => Folder(t) == "Features")
        from used in UsedInPortal(type).Where(u => Folder(u) == "Features" && Feature(u) != Feature(type))
        where Room(Feature(used)) > Room(Feature(type)) || IsPage(used) || IsAct(used)
        select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void A_page_never_touches_the_database() => NoneOf(
        from type in Types.Where(IsPage)
        from used in UsedInPortal(type)
        where used.Name.EndsWith("PortalDb", StringComparison.Ordinal)
        select $"{type.FullName} uses {used.Name}");

    [Fact]
    public void Acts_queries_mails_and_jobs_know_nothing_of_pages() => NoneOf(
        from type in Types.Where(t => Folder(t) == "Features" && !IsPage(t))
        from used in Uses.Of(type)
        where used.Namespace?.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) == true
            || used.Namespace?.StartsWith("Portal.Web", StringComparison.Ordinal) == true
        select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void A_component_is_a_pure_function_of_its_parameters() => NoneOf(
        from type in Types.Where(t => typeof(IComponent).IsAssignableFrom(t))
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where property.IsDefined(typeof(InjectAttribute)) || property.PropertyType == typeof(IServiceProvider)
            || property.PropertyType.Namespace?.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal) == true
        select $"{type.Name} asks for {property.PropertyType.Name}");

    [Fact]
    public void The_job_engine_its_store_and_its_dashboard_alone_name_the_library() => Assert.Equal(
        ["Portal/Jobs/JobEngine.cs", "Portal/Jobs/JobStore.cs", "Portal/Operations/JobDashboard.cs"],
        Code("Portal").Where(f => Regex.IsMatch(f.Text, @"\b(Hangfire|Cronos)\b")).Select(f => f.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void The_solver_is_named_where_plans_are_solved_and_nowhere_else() => Assert.Equal(
        ["Portal/Features/Commissioning/Planning/Solving/SolverModel.Answer.cs",
            "Portal/Features/Commissioning/Planning/Solving/SolverModel.cs"],
        Code("Portal").Where(f => Regex.IsMatch(f.Text, @"\bOrTools\b")).Select(f => f.Path).Order(StringComparer.Ordinal));

    [Theory, InlineData("HtmlRenderer", @"\bHtmlRenderer\b")]
    public void One_file_at_most_names(string engine, string pattern) =>
        Assert.True(Code("Portal").Count(f => Regex.IsMatch(f.Text, pattern)) <= 1,
            $"{engine} is named by {string.Join(", ", Code("Portal").Where(f => Regex.IsMatch(f.Text, pattern)).Select(f => f.Path))}");

    [Fact]
    public void Only_the_way_out_names_the_library_that_sends_mail() => NoneOf(
        from file in Code("Portal")
        from Match named in Regex.Matches(file.Text, @"\b(MailKit|MimeKit|System\.Net\.Mail)\b")
        where named.Value == "System.Net.Mail" || !file.Path.StartsWith("Portal/Mail/Outgoing/", StringComparison.Ordinal)
        select $"{file.Path} names {named.Value}");

    [Fact]
    public void No_folder_has_more_than_40_files() => NoneOf(
        from folder in Projects.SelectMany(p => Repository.Sources(p, ".cs", ".razor", ".cshtml", ".sql")).GroupBy(Path.GetDirectoryName)
        where folder.Count() > 40
        select $"{folder.Key} has {folder.Count()} files");

    [Fact]
    public void No_file_has_200_lines() => NoneOf(
        from path in Projects.SelectMany(p => Repository.Sources(p, ".cs", ".razor", ".cshtml"))
        let lines = File.ReadLines(Repository.File(path)).Count()
        where lines >= 200
        select $"{path} has {lines} lines");

    [Fact]
    public void Only_the_clock_tells_the_time_and_only_ids_make_ids() => NoneOf(
        from file in Projects.SelectMany(p => Code(p))
        from Match banned in Banned().Matches(file.Text)
        select $"{file.Path} says {banned.Value}");

    [Fact]
    public void The_migrations_of_both_databases_say_all_that_the_model_says()
    {
        using var sqlite = new Databases.SqliteDesign().CreateDbContext([]);
        using var postgres = new Databases.PostgresDesign().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "Run ./migration.sh for SQLite");
        Assert.False(postgres.Database.HasPendingModelChanges(), "Run ./migration.sh for PostgreSQL");
    }

    private static string[] Projects => ["Portal", "Portal.Tests", "Portal.Benchmarks"];

    private static void NoneOf(IEnumerable<string> broken)
    {
        var all = broken.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static IEnumerable<Type> UsedInPortal(Type type) =>
        Uses.Of(type).Where(u => u.Assembly == typeof(Program).Assembly).Select(Uses.Outermost).Distinct();

    // Compiled pages are named after their path, in a namespace of the compiler's.
    private static string Folder(Type type) => type.Namespace switch
    {
        "AspNetCoreGeneratedDocument" => type.Name.Split('_')[0],
        { } space when space.StartsWith("Portal.", StringComparison.Ordinal) => space.Split('.')[1],
        _ => "",
    };

    private static string Feature(Type type) => type.Namespace == "AspNetCoreGeneratedDocument"
        ? type.Name.Split('_') is [_, var folder, _, ..] ? folder : ""
        : type.Namespace!.Split('.') is [_, _, var name, ..] ? name : "";

    // Features that are no room, such as the home page, gather from every room and stand below them all.
    private static int Room(string feature) => Array.IndexOf(Rooms, feature) is >= 0 and var room ? room : Rooms.Length;

    private static bool IsPage(Type type) => typeof(PageModel).IsAssignableFrom(type) || typeof(RazorPageBase).IsAssignableFrom(type);

    private static bool IsAct(Type type) => Uses.MembersNamedBy(type)
        .Any(m => (m.Name == "SaveAsync" && m.DeclaringType!.Name.EndsWith("PortalDb", StringComparison.Ordinal))
            || m.Name == "ChangeStaffListAsync");

    private static string Plain(Type type) => type.Name.Split('`')[0];

    /// <summary>All of Domain is one namespace, so the room of a type is the folder of the file that declares it.</summary>
    private static Dictionary<string, int> DomainRooms() => (
        from file in Code("Portal/Domain")
        let room = Array.IndexOf(Rooms, file.Path.Split('/')[2])
        where room >= 0
        from Match declared in Declaration().Matches(file.Text)
        select (Name: declared.Groups["name"].Value, room)).DistinctBy(d => d.Name).ToDictionary(d => d.Name, d => d.room);

    private static IEnumerable<(string Path, string Text)> Code(string folder) =>
        Repository.Sources(folder, ".cs", ".razor", ".cshtml")
            .Select(p => (p, CommentOrText().Replace(File.ReadAllText(Repository.File(p)), "")));

    [GeneratedRegex("""//.*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@|"[^"\n]*"|<!--[\s\S]*?-->""")] private static partial Regex CommentOrText();
    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bGuid\.NewGuid\b")] private static partial Regex Banned();
    [GeneratedRegex(
        @"^(?:public|internal) [\w ]*\b(?:class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
