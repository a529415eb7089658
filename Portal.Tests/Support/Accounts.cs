using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Tests.Support;

/// <summary>People who sign in, made and looked at from behind the door.</summary>
internal static partial class Accounts
{
    public const string Password = "three unrelated words";

    /// <summary>Someone with a password and one role in the first partnership.</summary>
    public static Task<PortalUser> HasPerson(this PortalApp app, string email, Role role, string? password = Password) =>
        app.In(async (IServiceProvider services) =>
        {
            var (db, users) = (services.Get<PortalDb>(), services.Get<UserManager<PortalUser>>());
            var partnership = await db.Partnerships.OrderBy(p => p.Id).FirstAsync();
            var user = new PortalUser { Name = "Robin Example", UserName = email, Email = email };
            Assert.True((password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password)).Succeeded);
            var today = DateOnly.FromDateTime(app.Clock.Now);
            db.Add(new Membership { PartnershipId = partnership.Id, UserId = user.Id, Role = role, From = today, CheckedOn = today });
            await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", CancellationToken.None);
            return user;
        });

    /// <summary>A training lead of <see cref="DemoBorough.AnotherAgency"/>, signed in.</summary>
    public static async Task<FrontDoor> LeadElsewhere(this PortalApp app)
    {
        var there = await app.AgencyAsync(DemoBorough.AnotherAgency);
        var email = await app.In((PortalDb db) => db.Memberships.Where(m => m.AgencyId == there.Id && m.Role == Role.TrainingLead)
            .Join(db.Users, m => m.UserId, u => u.Id, (_, u) => u.Email).FirstAsync());
        var door = app.Visitor();
        await PortalApp.SignIn(door, email!, DemoPeople.Password);
        return door;
    }

    /// <summary>What the audit says happened, newest first.</summary>
    public static Task<List<string>> Audit(this PortalApp app) =>
        app.In((PortalDb db) => db.AuditEntries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => e.What).ToListAsync());

    /// <summary>The path in the newest message to an address.</summary>
    public static async Task<string> LinkSentTo(this PortalApp app, string email)
    {
        var text = await app.In((PortalDb db) => db.Outbox.Where(m => m.ToAddress == email).OrderByDescending(m => m.Id).Select(m => m.Text)
            .FirstAsync());
        return new Uri(AccountLink().Match(text).Value).PathAndQuery;
    }

    /// <summary>What an authenticator app shows for a key, as the page writes it (RFC 6238: SHA-1, 30 seconds, 6 digits).</summary>
    /// <param name="later">Half minutes from now: each code is taken once, and those of two half minutes either side are right.</param>
    public static string CodeFor(string key, int later = 0)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Replace(" ", "").ToUpperInvariant()
            .Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + later).Reverse().ToArray();
        var hash = HMACSHA1.HashData(secret, step);
        var offset = hash[^1] & 15;
        var number = (hash[offset] & 127) << 24 | hash[offset + 1] << 16 | hash[offset + 2] << 8 | hash[offset + 3];
        return (number % 1_000_000).ToString("D6");
    }

    private static T Get<T>(this IServiceProvider services) where T : notnull => (T)services.GetService(typeof(T))!;

    [GeneratedRegex(@"https?://\S+/Account/\S+")] private static partial Regex AccountLink();
}
