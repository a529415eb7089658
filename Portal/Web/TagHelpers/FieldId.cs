using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Web.TagHelpers;

/// <summary>The id of the control for a posted name, said once so that the error summary always points to it.</summary>
public static class FieldId
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
