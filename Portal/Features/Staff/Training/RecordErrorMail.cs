using Portal.Data.Outbox;

namespace Portal.Features.Staff.Training;

/// <summary>Tells a training lead that someone sees an error in a training record, in that person's words.</summary>
public sealed record RecordErrorMail(string ToName, string ToAddress, string From, string Person, string Words, string Path, string Key) : IMail
{
    public string Subject => "Please check a training record";
    public Type Body => typeof(RecordError);
    public IReadOnlyDictionary<string, object?> Parameters => new Dictionary<string, object?>
    {
        [nameof(RecordError.Name)] = ToName, [nameof(RecordError.From)] = From, [nameof(RecordError.Person)] = Person,
        [nameof(RecordError.Words)] = Words, [nameof(RecordError.Path)] = Path,
    };
}
