using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Refuses what others would guess: zxcvbn knows common passwords, words, names, keyboard rows and repeats, and is told the
/// person's name and address, the partnership's names, and the years that are put behind a word.
/// </summary>
internal sealed class PasswordStrength(PortalDb db, UkClock clock) : IPasswordValidator<PortalUser>
{
    public const string Sentence =
        "This password is one that others could guess. Three words that have nothing to do with each other make a good one";

    /// <summary>Of 4: more than a hundred million guesses, where each costs the slow hash of ours.</summary>
    private const int Enough = 3;

    // Judging takes longer with the square of the length, and what is hard to guess does not become easier by what follows.
    private const int Judged = 64;

    private static readonly string[] Ours =
    [
        "training", "portal", "trainingportal", "safeguarding", "community", "partnership", "correcthorsebatterystaple"
    ];

    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var names = await db.Partnerships.AsNoTracking().Select(p => new { p.Name, p.ShortName }).ToListAsync();
        string?[] own = [user.Name, user.Email, .. names.SelectMany(n => new[] { n.Name, n.ShortName })];
        var known = own.OfType<string>().SelectMany(Parts).Concat(Ours)
            .Concat(Enumerable.Range(clock.Today.Year - 100, 111).Select(y => $"{y}"));
        var typed = password ?? "";
        return Zxcvbn.Zxcvbn.MatchPassword(
            typed[..Math.Min(typed.Length, Judged)], known.Distinct(StringComparer.OrdinalIgnoreCase)).Score >= Enough
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "Guessable", Description = Sentence });
    }

    /// <summary>A name or address, its words, and its words written as one.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var words = text.Split([' ', '@', '.', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Where(w => w.Length > 2).Append(text).Append(string.Concat(words));
    }
}
