using Portal.Data.Outbox;

namespace Portal.Features.Reports.Timetable;

/// <summary>Tells a commissioner that the report's timetable needs them.</summary>
public sealed record TimetableMail(string Sentence, string ToName, string ToAddress, string Key) : IMail
{
    public string Subject => "Your report timetable needs attention";
    public Type Body => typeof(TimetableWarning);
    public IReadOnlyDictionary<string, object?> Parameters => new Dictionary<string, object?> { [nameof(TimetableWarning.Sentence)] = Sentence };
}
