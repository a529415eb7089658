namespace Portal.Tests.Domain;

public class AskingForAPost
{
    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Id<User> Asker = Id<User>.New();

    [Fact]
    public void Agreeing_makes_the_post_that_was_asked_for()
    {
        var request = Request();
        var post = request.Agree(Id<User>.New(), Now);
        Assert.Equal((request.AgencyId, request.StaffId, request.JobTitleId, "K-1", new DateOnly(2026, 12, 1), request.ManagerId),
            (post.AgencyId, post.StaffId, post.JobTitleId, post.EmployeeNumber, post.StartedOn, post.ManagerId));
        Assert.Equal((PostRequestState.Agreed, Now), (request.State, request.DecidedAt));
    }

    [Fact]
    public void One_answer_is_final()
    {
        var request = Request();
        request.Decline(null, Now);
        Assert.Equal("This request is already declined", Assert.Throws<Refused>(() => request.Agree(null, Now)).Message);
        Assert.Throws<Refused>(() => request.Withdraw(Asker, Now));
        Assert.Equal(PostRequestState.Declined, request.State);
    }

    [Fact]
    public void Whoever_asked_does_not_agree_in_another_role()
    {
        var request = Request();
        Assert.Throws<Refused>(() => request.Agree(Asker, Now));
        Assert.Equal(PostRequestState.Waiting, request.State);
    }

    [Fact]
    public void The_link_ends_with_the_answer_and_after_four_weeks()
    {
        var request = Request();
        Assert.True(request.TakesTheLinkAt(Now.AddDays(27)));
        Assert.False(request.TakesTheLinkAt(Now.AddDays(28)));
        request.Withdraw(Asker, Now);
        Assert.False(request.TakesTheLinkAt(Now));
    }

    private static PostRequest Request() => new()
    {
        PartnershipId = Id<Partnership>.New(), AgencyId = Id<Agency>.New(), StaffId = Id<StaffMember>.New(), Name = "Asha Rahman",
        JobTitleId = Id<JobTitle>.New(), EmployeeNumber = "K-1", StartedOn = new(2026, 12, 1), ManagerId = Id<StaffMember>.New(),
        RequestedBy = Asker, RequestedByName = "Lead", RequestedAt = Now,
    };
}
