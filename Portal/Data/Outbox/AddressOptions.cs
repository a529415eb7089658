using System.ComponentModel.DataAnnotations;

namespace Portal.Data.Outbox;

/// <summary>Where people reach the portal.</summary>
public sealed class AddressOptions : ISettings, IValidatableObject
{
    public static string Section => "Portal";

    /// <summary>Links in messages begin with it. Production must set it.</summary>
    public Uri? Address { get; init; }

    internal Uri Root => Address ?? new("http://localhost:5080/");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is not null && !(Address.IsAbsoluteUri && Address.Scheme is ("https" or "http")))
            yield return new($"Portal:Address must begin with https:// or http:// (it is “{Address}”)");
    }
}
