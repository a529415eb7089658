using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Tests.Support.Smtp;

/// <summary>How the SMTP server is to misbehave, as its script reads it; <see cref="SmtpServer"/> says what each means.</summary>
internal sealed record SmtpBehaviour
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Command => "behave";
    public Dictionary<string, string>? Replies { get; init; }
    public string? At { get; init; }
    public string? Reply { get; init; }
    public bool SaysEnhancedCodes { get; init; }
    public bool HidesUtf8 { get; init; }
    public int? TryLater { get; init; }
    public int? HangUpDuringData { get; init; }
    public int? HangUpBetween { get; init; }
    public int? HangUpBeforeReply { get; init; }
    public int? After { get; init; }
    public int? MessagesEach { get; init; }
    public string? SilentAt { get; init; }
    public string? StartTls { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }
    public string[]? Tokens { get; init; }
}
