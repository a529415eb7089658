using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Ordering;

[Allow(Permission.DecideRequests)]
public sealed class InvoiceModel(RequestView view, OrderView orders, RecordInvoice record, Viewer viewer)
    : OrderPageModel(view, orders, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter the number of the invoice"), UpTo(50, What = "The number")]
    public string? InvoiceNumber { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the day of the invoice"), Display(Name = "Day")]
    public DateOnly? InvoicedOn { get; set; }

    public void OnGet() => (InvoiceNumber, InvoicedOn, Seen) = (Order.InvoiceNumber, Order.InvoicedOn, Order.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await record.RunAsync(Viewer, RequestId, Order.Number, InvoiceNumber!, InvoicedOn!.Value, Seen, cancel);
        return ToOrder("Invoice recorded");
    }
}
