using Microsoft.Extensions.DependencyInjection;
using Portal.Features.Home;
using Portal.Features.Hubs;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>A home page is made of what rooms contribute, and asks only those that are for this person.</summary>
public sealed class AskingEveryRoom : InASmallBorough
{
    [Fact]
    public async Task What_a_room_contributes_stands_in_its_place()
    {
        var shown = await HomeAsync(Borough.Commissioner,
            [new Errand("third", 30, null), new Errand("first", 10, Permission.ReadAudit), new Errand("second", 20, Permission.ReadMail)],
            [new Picture("below", 20, Role.Commissioner), new Picture("above", 10, Role.Learner, Role.Commissioner)]);
        Assert.Equal(["first", "second", "third"], shown.Tasks.Select(t => t.Title));
        Assert.Equal(["above", "below"], shown.Panels.Select(p => p.Partial));
    }

    [Fact]
    public async Task A_room_that_is_not_for_this_person_is_not_asked()
    {
        var (errand, picture) = (new Errand("mail", 10, Permission.ReadMail), new Picture("figures", 10, Role.Commissioner));
        var shown = await HomeAsync(Borough.Lead, [errand], [picture]);
        Assert.Empty(shown.Tasks);
        Assert.Empty(shown.Panels);
        Assert.Equal((0, 0), (errand.Asked, picture.Asked));
    }

    [Fact]
    public async Task No_two_rooms_that_one_person_hears_of_claim_the_same_place()
    {
        await using var desk = new ReturnDesk(Database, Borough);
        await desk.In((IServiceProvider services) =>
        {
            foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System))
            {
                AreApart(services.GetServices<IHomePanel>().Where(p => p.Roles.Contains(role)).Select(p => p.Order));
                AreApart(services.GetServices<ITasks>()
                    .Where(t => t.Needs is not { } needed || Permissions.Of(role, needed) != Reach.None).Select(t => t.Order));
            }
            return Task.CompletedTask;
        });

        static void AreApart(IEnumerable<int> places) => Assert.Equal(places.Distinct().Order(), places.Order());
    }

    private Task<HomeView.Shown> HomeAsync(Viewer viewer, ITasks[] tasks, IHomePanel[] panels) =>
        new HomeView(tasks, panels, Database.Clock).RunAsync(viewer, default);

    private sealed class Errand(string title, int order, Permission? needs) : ITasks
    {
        public int Asked { get; private set; }
        public int Order => order;
        public Permission? Needs => needs;

        public Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
        {
            Asked++;
            return Task.FromResult<IReadOnlyList<HomeTask>>([new(title, "/")]);
        }
    }

    private sealed class Picture(string partial, int order, params Role[] roles) : IHomePanel
    {
        public int Asked { get; private set; }
        public int Order => order;
        public IReadOnlyList<Role> Roles => roles;

        public Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
        {
            Asked++;
            return Task.FromResult<Panel?>(new(partial, this));
        }
    }
}
