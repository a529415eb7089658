using Portal.Components;
using Portal.Mail;

namespace Portal.Features.Staff.Requests;

/// <summary>A message about a request for someone. Its subject says neither who nor where.</summary>
public abstract record PostRequestMail(PostRequest Request, string ToName, string ToAddress) : Notice(ToName, ToAddress)
{
    /// <summary>Who asks or answers says where somebody works, which the other side must not learn.</summary>
    public sealed override bool RepliesToWhoDidIt => false;

    protected override string Greeting => $"Hello {ToName}";
}

/// <summary>To the person, at the address on file: the link with which they answer without an account.</summary>
public sealed record PostAskedMail(PostRequest Request, string Agency, string ToName, string ToAddress, string Code)
    : PostRequestMail(Request, ToName, ToAddress)
{
    public override string Subject => "A question for you";
    public override string Key => $"post-request/{Request.Id}/person";
    public override bool IsPrivate => true;
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Agency} would like to add you to its staff list. It does not see your training unless you, or an agency you work for, agree.",
        $"The page says what agreeing opens; looking at it changes nothing. The link can be used until {Until.Words()}.",
        "If you do not work for them, say so there, and nothing changes.",
    ];
    private DateOnly Until => UkClock.DayOf(Request.RequestedAt + PostRequest.LinkLasts);
    protected override (string, string)? Link => ("Read and answer", $"/Staff/Answer?code={Code}");
}

/// <summary>To whoever may answer for the person: one message for each import or form that asks, however many people it is about.</summary>
public sealed record PostToAnswerMail(PostRequest Request, string Agency, string ToName, string ToAddress)
    : PostRequestMail(Request, ToName, ToAddress)
{
    public override string Subject => "A question about a staff list";
    public override string Key => $"post-request/{Request.ImportId?.ToString() ?? Request.Id.ToString()}/{ToAddress.ToLowerInvariant()}";
    protected override IReadOnlyList<string> Sentences =>
    [
        $"{Agency} would like to add someone to its staff list whom your agency knows.",
        "It sees nothing of them until they, your agency or the commissioner agree.",
    ];
    protected override (string, string)? Link => ("See who is asked for", "/Staff/Requests");
}

/// <summary>To whoever asked. It says neither who answered nor why.</summary>
public sealed record PostAnsweredMail(PostRequest Request, string ToName, string ToAddress) : PostRequestMail(Request, ToName, ToAddress)
{
    public override string Subject => "Your question has an answer";
    public override string Key => $"post-request/{Request.Id}/answer";
    protected override IReadOnlyList<string> Sentences =>
    [
        Request.State == PostRequestState.Agreed
            ? $"{Request.Name} is now on your staff list, with the training they have."
            : $"{Request.Name} has not been added to your staff list. If you think that is a mistake, talk to them.",
    ];
    protected override (string, string)? Link =>
        Request.State == PostRequestState.Agreed ? ("Open the record", $"/Staff/{Request.StaffId}") : ("Open your staff list", "/Staff");
}
