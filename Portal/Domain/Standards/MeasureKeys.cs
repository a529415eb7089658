namespace Portal.Domain;

/// <summary>
/// The names by which a standard says what measures it. Rows of every installation hold them, so they stay as they are, whatever
/// the class that measures is called. Codes such as "S06" are each partnership's own: nothing may depend on them.
/// </summary>
public static class MeasureKeys
{
    public const string LeadsInPost = "LeadsInPost";
    public const string TrainingStrategyInDate = "TrainingStrategyInDate";
    public const string ReturnedAndSigned = "AssessmentReturned";
    public const string GapsCosted = "GapsCosted";
    public const string GapsPlanned = "GapsPlanned";

    /// <summary>The headline: of those who need a level, how many hold it.</summary>
    public const string StaffAtRequiredLevel = "StaffAtRequiredLevel";
    public const string RefresherInDate = "RefresherInDate";
    public const string StartersTrainedInTime = "StartersTrainedInTime";
    public const string RolesMapped = "RolesMapped";
    public const string DataComplete = "DataComplete";
    public const string InHouseCoursesReviewed = "InHouseCoursesReviewed";
    public const string CommissionedFirst = "CommissionedFirst";
    public const string ProvidersAssured = "ProvidersAssured";
    public const string PlacesUsed = "PlacesUsed";
    public const string StrandsCovered = "StrandsCovered";
    public const string LearningEvaluated = "LearningEvaluated";
}
