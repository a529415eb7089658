using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web;

/// <summary>One sentence that survives the redirect after a post, shown once in the banner of the next page.</summary>
public static class Notifications
{
    private const string Key = "Notification";

    public static void Notify(this ITempDataDictionary tempData, string sentence) => tempData[Key] = sentence;

    /// <summary>The sentence waiting to be shown, or null; asking for it takes it away.</summary>
    public static string? TakeNotification(this ITempDataDictionary tempData) => tempData[Key] as string;
}
