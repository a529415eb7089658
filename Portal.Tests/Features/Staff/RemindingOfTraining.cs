using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Training;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>Someone whose job needs training is told before it lapses: 90 and 30 days before, and on the day, once each.</summary>
public sealed class RemindingOfTraining : InASmallBorough
{
    // Level 1 lasts 36 months from the day it was achieved; the clock stands on 16 November 2026.
    private DateOnly Today => Database.Clock.Today;

    [Theory, InlineData(90, "counts until"), InlineData(30, "counts until"), InlineData(0, "counts for the last time today")]
    public async Task On_each_of_the_days_once(int days, string words)
    {
        await TrainedAsync("Asha Rahman", "asha@homes.example", last: Today.AddDays(days));
        Assert.Equal("Sent 1 reminder", await RunAsync());
        Assert.Null(await RunAsync());
        await using var db = Database.Open();
        var mail = await db.Outbox.SingleAsync();
        Assert.Equal(("asha@homes.example", "About your training"), (mail.ToAddress, mail.Subject));
        Assert.Contains("Your job needs level 1", mail.Text, StringComparison.Ordinal);
        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_can_sign_in_is_told_to_and_the_others_to_whom_to_give_their_certificate()
    {
        var asha = await TrainedAsync("Asha Rahman", "asha@homes.example", Today.AddDays(30));
        await TrainedAsync("Bo Invited", "bo@homes.example", Today.AddDays(30));
        await TrainedAsync("Cy None", "cy@homes.example", Today.AddDays(30));
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
            Account(db, "Asha Rahman", "asha.rahman@own.example", "secret", asha.Id);
            Account(db, "Bo Invited", "bo@homes.example", null, null);
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Invited", default);
        }
        Assert.Equal("Sent 3 reminders", await RunAsync());
        await using var after = Database.Open();
        var mails = await after.Outbox.ToDictionaryAsync(m => m.ToAddress, m => m.Text);
        Assert.Contains("/Courses?Level=1", mails["asha@homes.example"], StringComparison.Ordinal);
        Assert.Contains("tell us with your certificate", mails["asha@homes.example"], StringComparison.Ordinal);
        foreach (var text in new[] { mails["bo@homes.example"], mails["cy@homes.example"] })
        {
            Assert.Contains(
                $"Ask Tess Lead ({Borough.Tess.Email}) for a place on a course that leads to it. If you have trained since, "
                    + "give them your certificate.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/Courses", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task From_the_first_day_to_the_last_three_times_in_all()
    {
        await TrainedAsync("Asha Rahman", "asha@homes.example", last: Today.AddDays(100));
        for (var day = 0; day <= 110; day++)
        {
            await RunAsync();
            Database.Time.Advance(TimeSpan.FromDays(1));
        }
        await using var db = Database.Open();
        Assert.Equal(3, await db.Outbox.CountAsync());
    }

    [Theory, InlineData(89), InlineData(84), InlineData(29), InlineData(-6)]
    public async Task A_run_that_was_missed_is_made_up_for(int days)
    {
        await TrainedAsync("Asha Rahman", "asha@homes.example", last: Today.AddDays(days));
        Assert.Equal("Sent 1 reminder", await RunAsync());
    }

    [Theory, InlineData(91), InlineData(83), InlineData(31), InlineData(1), InlineData(-7)]
    public async Task On_no_other_day(int days)
    {
        await TrainedAsync("Asha Rahman", "asha@homes.example", last: Today.AddDays(days));
        Assert.Null(await RunAsync());
    }

    [Fact]
    public async Task Nobody_whose_newer_training_runs_on_nor_who_leaves_nor_whose_job_needs_none_nor_without_an_address()
    {
        var last = Today.AddDays(30);
        var renewed = await TrainedAsync("Renewed", "renewed@homes.example", last);
        await Borough.TrainedAsync(Database, renewed, 1, Today.AddDays(-5));
        var leaver = await TrainedAsync("Leaver", "leaver@homes.example", last);
        var left = await TrainedAsync("Left", "left@homes.example", last);
        await using (var db = Database.Open())
        {
            var posts = await db.Posts.Where(p => p.StaffId == leaver.Id || p.StaffId == left.Id).ToListAsync();
            foreach (var post in posts) post.Leave(post.StaffId == left.Id ? Today.AddDays(-1) : last);
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Left", default);
        }
        var unmapped = await Borough.HasAsync(Database, "Odd jobs", null, email: "odd@homes.example");
        await Borough.TrainedAsync(Database, unmapped, 1, Achieved(last));
        await TrainedAsync("No address", null, last);
        Assert.Null(await RunAsync());
    }

    [Fact]
    public async Task Someone_with_two_jobs_that_need_it_is_told_once()
    {
        var asha = await TrainedAsync("Asha Rahman", "asha@homes.example", Today.AddDays(30));
        await using (var db = Database.Open())
        {
            var title = Given.Title(Borough.Clinic, "Clinic desk", Borough.Reception);
            db.AddRange(title, Given.Post(asha, title));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Employed someone", default);
        }
        Assert.Equal("Sent 1 reminder", await RunAsync());
    }

    private static DateOnly Achieved(DateOnly last) => last.AddMonths(-36);

    private async Task<StaffMember> TrainedAsync(string name, string? email, DateOnly last)
    {
        var person = await Borough.HasAsync(Database, name, Borough.Reception, email: email);
        await Borough.TrainedAsync(Database, person, 1, Achieved(last), last);
        return person;
    }

    private void Account(PortalDb db, string name, string email, string? password, Id<StaffMember>? entry)
    {
        var user = new PortalUser
        {
            Name = name, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = "none", PasswordHash = password,
        };
        db.AddRange(user, new Membership
        {
            PartnershipId = Borough.Partnership.Id, UserId = user.Id, Role = Role.Learner, AgencyId = Borough.Homes.Id, StaffId = entry,
            From = Today, CheckedOn = Today,
        });
    }

    private async Task<string?> RunAsync()
    {
        await using var db = Database.Open();
        return await new RemindOfTrainingJob(db, Database.Clock).RunAsync(default);
    }
}
