using Portal.Data;

namespace Portal.Security;

/// <summary>The person behind a request and the membership they act in, as the database has them now.</summary>
/// <param name="Viewer">Null when they have not chosen a membership yet, or when the chosen one has ended.</param>
/// <param name="Place">The agency or body of the membership.</param>
/// <param name="Partnership">The name of the partnership acted in.</param>
/// <param name="HasChoice">Whether they hold several current memberships.</param>
/// <param name="NeedsSecondFactor">The role asks for a second factor that is not set up yet.</param>
/// <param name="Session">The session in which this request was made.</param>
public sealed record SignedIn(
    Id<User> UserId, string Name, Viewer? Viewer, string? Place, string? Partnership, bool HasChoice, bool NeedsSecondFactor,
    UserSession Session);

public static class SignedInRequest
{
    /// <summary>Who is signed in; null for a visitor.</summary>
    public static SignedIn? SignedIn(this HttpContext http) => http.Features.Get<SignedIn>();
}
