using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Account;

/// <summary>What the warning that a session is about to end asks for: as of any page, opening it is use of the session.</summary>
[Authorize, ResponseCache(NoStore = true)]
public sealed class StaySignedInModel : PageModel;
