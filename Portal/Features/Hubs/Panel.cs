namespace Portal.Features.Hubs;

/// <summary>A part of a page that belongs to another room.</summary>
/// <param name="Partial">The view of that room, from the root: "~/Features/Staff/AtHome/_Team.cshtml".</param>
/// <param name="Shown">Its model.</param>
/// <param name="Summary">What it adds to the sentence at the top of a page that has one.</param>
public sealed record Panel(string Partial, object Shown, string? Summary = null);
