using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("govuk-file-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileUploadTag : FieldTag<FileUpload>
{
    /// <summary>For example ".csv,.xlsx".</summary>
    public string? Accept { get; set; }

    protected override string LabelClassPrefix => "govuk-label";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output)) { ["Accept"] = Accept };
}
