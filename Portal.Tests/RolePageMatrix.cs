using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>
/// Every role against every page, which it finds for itself. A new page is in as soon as it has an address; a new name
/// for an id in an address needs a line in <see cref="PageIds"/>.
/// </summary>
public sealed class RolePageMatrix(RolePageMatrix.Borough borough) : IClassFixture<RolePageMatrix.Borough>
{
    /// <summary>What people may open who have not signed in. Everything else names its permission.</summary>
    private static readonly string[] Public =
    [
        "/Accessibility", "/Help", "/Privacy", "/Error",
        "/Account/Passwords/ForgottenPassword", "/Account/Invitations/Invitation", "/Account/Passwords/NewPassword", "/Account/SignIn",
        "/Account/SignInCode",
        "/Account/SignOut",
        "/Development/Components", "/Development/Mail/Index", "/Development/SignIn", "/Staff/Requests/Answer",
        "/Staff/People/Address",
        "/Courses/Certificates/Check", "/Courses/Evaluations/Evaluate",
        "/Courses/Places/Offer", "/Courses/Places/Approve", "/Courses/Mine/Feed",
    ];

    /// <summary>What anyone may open who has signed in, whatever they act as.</summary>
    private static readonly string[] SignedIn =
    [
        "/Account/ActingAs", "/Account/Passwords/ChangePassword", "/Account/Index", "/Account/RecoveryCodes", "/Account/SecondFactor",
        "/Account/StaySignedIn",
    ];

    private readonly PortalApp app = borough.App;
    private readonly PageIds ids = borough.Ids;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    [Fact]
    public void Every_page_says_who_may_open_it() => NoneOf(
        from page in Pages()
        where page.Allow is null && !Public.Contains(page.Name) && !SignedIn.Contains(page.Name)
        select $"{page.Name} carries no [Allow]");

    [Fact]
    public void Every_part_of_an_address_is_known() => NoneOf(
        from page in Pages()
        from unknown in ids.Unknown(page.Route)
        select $"{page.Name} has “{unknown}” in its address: say in PageIds which row of the borough, or which word, stands for it");

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_on_every_page_that_is_not_public()
    {
        var visitor = app.Visitor();
        var open = new List<string>();
        foreach (var page in Pages().Where(p => ids.Know(p.Route) && !Public.Contains(p.Name)))
            if ((await visitor.Open(ids.Fill(page.Route, theirs: false))).Path != "/Account/SignIn")
                open.Add($"{page.Name} opens to a visitor");
        NoneOf(open);
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task A_role_opens_exactly_the_pages_that_its_permissions_name(Role role)
    {
        var person = await app.SignedInAs(role);
        var wrong = new List<string>();
        foreach (var page in Pages().Where(p => ids.Know(p.Route) && p.Allow is not null))
        {
            var may = page.OpensTo(role);
            var opened = await person.Open(ids.Fill(page.Route, theirs: false));
            var answer = opened.Path.StartsWith("/Account/", StringComparison.Ordinal)
                && !page.Name.StartsWith("/Account/", StringComparison.Ordinal) ? HttpStatusCode.Redirect : opened.Status;
            // A page about one row is not found when the row is out of the role's reach, and may refuse in words when it is too early.
            var expected = !may
                ? answer == HttpStatusCode.Forbidden
                : answer == HttpStatusCode.OK || (page.HasId && answer is (HttpStatusCode.NotFound or HttpStatusCode.BadRequest));
            if (!expected) wrong.Add($"{role.Words()} {(may ? "may" : "may not")} open {page.Name} and gets {(int)answer}");
        }
        NoneOf(wrong);
    }

    [Theory, InlineData(Role.TrainingLead), InlineData(Role.ExecutiveLead), InlineData(Role.LineManager), InlineData(Role.Learner)]
    public async Task What_belongs_to_another_agency_is_not_found(Role role)
    {
        var person = await app.SignedInAs(role);
        var found = new List<string>();
        foreach (var page in Pages().Where(p => ids.Know(p.Route) && p.Allow is not null && ids.HaveAnotherAgencys(p.Route)))
        {
            var answer = (await person.Open(ids.Fill(page.Route, theirs: true))).Status;
            if (answer is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                found.Add($"{role.Words()} opens {page.Name} of another agency: {(int)answer}");
        }
        NoneOf(found);
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task What_belongs_to_another_partnership_is_not_found(Role role)
    {
        var person = await app.SignedInAs(role);
        var found = new List<string>();
        foreach (var page in Pages().Where(p => ids.Know(p.Route) && p.HasId && p.OpensTo(role)))
        {
            var opened = await person.Open(ids.FillElsewhere(page.Route));
            // A page that only takes posts leads to a list of its own, which names nobody's row.
            var isAboutARow = opened.Path.Split('/').Any(part => Guid.TryParse(part, out _));
            if (opened.Status != HttpStatusCode.NotFound && isAboutARow)
                found.Add($"{role.Words()} opens {page.Name} of another partnership: {(int)opened.Status}");
        }
        NoneOf(found);
    }

    [Fact]
    public async Task Every_form_is_refused_without_its_token()
    {
        var person = await app.SignedInAs(Role.Commissioner);
        var taken = new List<string>();
        foreach (var page in Pages().Where(p => ids.Know(p.Route) && p.TakesPosts && p.Name != "/Error"))
        {
            var answer = await person.PostWithoutForm(ids.Fill(page.Route, theirs: false), ("Name", "hostile"));
            if (answer.Status != HttpStatusCode.Forbidden && !answer.Headers.ContainsKey(AntiforgeryRefusal.Header))
                taken.Add($"{page.Name} takes a form without a token and answers {(int)answer.Status}");
        }
        NoneOf(taken);
    }

    private IReadOnlyList<PortalPage> Pages() => PortalPage.AllOf(app);

    private static void NoneOf(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    /// <summary>One portal for the whole matrix: nothing here changes anything.</summary>
    public sealed class Borough : IAsyncLifetime
    {
        public PortalApp App { get; private set; } = null!;
        public PageIds Ids { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await PortalApp.CreateAsync();
            App.Replace = services => services.AddMvcCore(mvc => mvc.Filters.Add<AntiforgeryRefusal>());
            Ids = await PageIds.OfBoroughAsync(App);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
