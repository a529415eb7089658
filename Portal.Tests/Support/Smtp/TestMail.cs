using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Portal.Components.Mail;
using Portal.Data.Outbox;

namespace Portal.Tests.Support.Smtp;

/// <summary>A message with everything a message may have.</summary>
public sealed record TestMail(
    string ToAddress, string Key, string Subject = "Papers for the meeting", string ToName = "Asha Rahman") : IMail
{
    public bool IsPrivate { get; init; }
    public Type Body => typeof(TestMailBody);
    public IReadOnlyDictionary<string, object?> Parameters => new Dictionary<string, object?> { [nameof(TestMailBody.Name)] = ToName };
}

public sealed class TestMailBody : ComponentBase
{
    [Parameter] public string Name { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<p>Hello ");
        builder.AddContent(1, Name);
        builder.AddMarkupContent(2, ", the paper\n   is ready – £1,200 &amp; more.</p><ul><li>7 agencies</li><li>2 flags</li></ul>");
        builder.OpenComponent<Facts>(3);
        builder.AddComponentParameter(4, nameof(Facts.Items), new[] { ("Meeting", "2 December 2026"), ("Edition", "14") });
        builder.CloseComponent();
        builder.OpenComponent<MailAction>(5);
        builder.AddComponentParameter(6, nameof(MailAction.Text), "Read the report");
        builder.AddComponentParameter(7, nameof(MailAction.Href), "/Reports?a=1&b=2");
        builder.CloseComponent();
    }
}
