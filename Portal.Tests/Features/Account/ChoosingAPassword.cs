using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class ChoosingAPassword(ChoosingAPassword.Portal portal) : IClassFixture<ChoosingAPassword.Portal>
{
    [Theory]
    [InlineData("three unrelated words"), InlineData("lamp otter violin"), InlineData("kettle-orbit-mango"), InlineData("Gx9#kk2Lq!vB"),
        InlineData("čaj pro sedm ježků")]
    public async Task Is_easy_with_three_unrelated_words(string password) => Assert.Null(await RefusalAsync(password));

    [Theory]
    [InlineData("London2026!!"), InlineData("Password2026!"), InlineData("Welcome2026!!"), InlineData("November2026"),
        InlineData("P@ssw0rd1234"), InlineData("qwertyuiop123")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa"), InlineData("abcabcabcabcabc"), InlineData("123456789012"), InlineData("correcthorsebatterystaple"),
        InlineData("safeguarding1")]
    [InlineData("robin@example.org"), InlineData("RobinExample1"), InlineData("Robin Example 12")]
    [InlineData("Brambleford1"), InlineData("Brambleford-2026!"), InlineData("SaferBrambleford"), InlineData("TrainingPortal26")]
    public async Task Is_refused_when_others_would_guess_it(string password) =>
        Assert.Equal(PasswordStrength.Sentence, await RefusalAsync(password));

    [Fact]
    public async Task Takes_no_longer_for_a_very_long_one()
    {
        await RefusalAsync("warm up the lists");
        var (words, watch) = (string.Concat(Enumerable.Repeat("Pa55w0rd!", 10_000)), Stopwatch.StartNew());
        await RefusalAsync(words);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private Task<string?> RefusalAsync(string password) => portal.App.In(async (IServiceProvider services) =>
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var robin = new PortalUser { Name = "Robin Example", UserName = "robin@example.org", Email = "robin@example.org" };
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, robin, password) is { Succeeded: false } refused)
                return refused.Errors.First().Description;
        return null;
    });

    public sealed class Portal : IAsyncLifetime
    {
        public PortalApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await PortalApp.CreateAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
