using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features;

[Allow]
public sealed class IndexModel : PageModel;
