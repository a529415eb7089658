using Portal.Components.Mail;
using Portal.Data.Outbox;

namespace Portal.Mail;

/// <summary>
/// A plain message: a greeting, a few sentences, someone's own words where there are any, and one thing to do. A mail is one occasion:
/// a short record of what it says and where it leads.
/// </summary>
public abstract record Notice(string ToName, string ToAddress) : IMail
{
    public abstract string Subject { get; }
    public abstract string Key { get; }
    public virtual bool IsPrivate => false;
    public virtual string? Calendar => null;
    public virtual bool RepliesToWhoDidIt => true;
    public Type Body => typeof(NoticeBody);
    public IReadOnlyDictionary<string, object?> Parameters => new Dictionary<string, object?>
    {
        [nameof(NoticeBody.Greeting)] = Greeting, [nameof(NoticeBody.Sentences)] = Sentences, [nameof(NoticeBody.Quote)] = Quote,
        [nameof(NoticeBody.Action)] = Link?.Action, [nameof(NoticeBody.Href)] = Link?.Href,
    };

    /// <summary>How the person is addressed; null for a message that begins without.</summary>
    protected virtual string? Greeting => $"Dear {ToName},";
    protected abstract IReadOnlyList<string> Sentences { get; }

    /// <summary>What someone wrote, set apart below the first sentence, which says who.</summary>
    protected virtual string? Quote => null;

    /// <summary>The one thing it asks for, and the path of the portal where it is done.</summary>
    protected virtual (string Action, string Href)? Link => null;
}
