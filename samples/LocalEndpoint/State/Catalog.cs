using System;
using System.Linq;
using LocalEndpoint.DataZone;
using LocalEndpoint.STS;

namespace LocalEndpoint.State;

/// <summary>The data of the local endpoint: a domain, a project, and four data sources whose runs have different results.</summary>
internal sealed class Catalog
{
    public const string DomainId = "dzd_local";
    public const string ProjectId = "analytics";
    public const string AccountId = "111122223333";
    public const string UserName = "local";

    /// <summary>The identity of all callers.</summary>
    public static readonly GetCallerIdentityResponse Identity = new()
    {
        Account = AccountId,
        Arn = $"arn:aws:iam::{AccountId}:user/{UserName}",
        UserId = "AIDALOCALDATAZONE000",
    };

    /// <summary>The data source whose runs succeed.</summary>
    public const string SucceedingSource = "orders";

    /// <summary>The data source whose runs partially succeed.</summary>
    public const string PartiallySucceedingSource = "customers";

    /// <summary>The data source whose runs fail.</summary>
    public const string FailingSource = "billing";

    public Catalog(DateTimeOffset now) => Sources = [Orders(now), Customers(now), Billing(now), Models(now)];

    public DataSource[] Sources { get; }

    public DataSource? Find(string id) => Array.Find(Sources, source => source.Id == id);

    private static DataSource Orders(DateTimeOffset now) => new(SucceedingSource, "Orders lake", SourceType.Glue, "Orders and their shipments, hourly from the shop.")
    {
        Database = "sales",
        EnvironmentId = "lake-prod",
        CreatedAt = now.AddDays(-120),
        NightlyPlan = new(DataSourceRunStatus.Success, [.. Tables("orders order_lines returns refunds shipments carriers baskets vouchers", DataAssetActivityStatus.Unchanged)]),
        Plan = new(DataSourceRunStatus.Success,
        [
            .. Tables("orders order_lines", DataAssetActivityStatus.SucceededUpdated),
            .. Tables("order_events gift_cards loyalty_points", DataAssetActivityStatus.SucceededCreated),
            .. Tables("returns refunds shipments carriers baskets vouchers", DataAssetActivityStatus.Unchanged),
            .. Tables("tmp_orders_2019", DataAssetActivityStatus.SkippedArchived),
        ]),
    };

    private static DataSource Customers(DateTimeOffset now) => new(PartiallySucceedingSource, "Customer warehouse", SourceType.Redshift, "Customers, consents and segments.")
    {
        Database = "crm",
        EnvironmentId = "warehouse-prod",
        CreatedAt = now.AddDays(-90),
        NightlyPlan = new(DataSourceRunStatus.Success, [.. Tables("customer address segment campaign contact_log", DataAssetActivityStatus.Unchanged)]),
        Plan = new(DataSourceRunStatus.PartiallySucceeded,
        [
            .. Tables("customer address", DataAssetActivityStatus.SucceededUpdated),
            .. Tables("segment segment_member", DataAssetActivityStatus.SucceededCreated),
            .. Tables("campaign contact_log", DataAssetActivityStatus.Unchanged),
            new("consent", DataAssetActivityStatus.Failed, Denied("The access role lacks SELECT on crm.public.consent.")),
            .. Tables("household", DataAssetActivityStatus.SucceededCreated),
            new("consent_history", DataAssetActivityStatus.Failed, Denied("The access role lacks SELECT on crm.public.consent_history.")),
            .. Tables("staging_import", DataAssetActivityStatus.SkippedNoAccess),
        ],
        Denied("2 of 10 tables could not be read: consent, consent_history.")),
    };

    private static DataSource Billing(DateTimeOffset now) => new(FailingSource, "Legacy billing", SourceType.Glue, "Invoices of the old billing system, until it is switched off.")
    {
        Database = "billing_legacy",
        EnvironmentId = "lake-prod",
        CreatedAt = now.AddDays(-400),
        NightlyPlan = new(DataSourceRunStatus.Failed, [], NotFound("The Data Catalog has no database billing_legacy.")),
        Plan = new(DataSourceRunStatus.Failed,
        [
            .. Tables("invoice invoice_line", DataAssetActivityStatus.Unchanged),
            new("dunning", DataAssetActivityStatus.Failed, NotFound("The table dunning was dropped while the run read it.")),
        ],
        NotFound("The database billing_legacy was dropped while the run read it.")),
    };

    private static DataSource Models(DateTimeOffset now) => new("models", "Model registry", SourceType.SageMaker, "Models approved for production.")
    {
        Database = "model-package-group",
        EnvironmentId = "ml-prod",
        CreatedAt = now.AddDays(-7),
        IsScheduled = false,
        NightlyPlan = new(DataSourceRunStatus.Success, []),
        Plan = new(DataSourceRunStatus.Success, [.. Tables("churn fraud-score next-best-offer", DataAssetActivityStatus.SucceededCreated)]),
    };

    private static DataSourceErrorMessage Denied(string detail) => new() { ErrorType = DataSourceErrorType.AccessDeniedException, ErrorDetail = detail };

    private static DataSourceErrorMessage NotFound(string detail) => new() { ErrorType = DataSourceErrorType.ResourceNotFoundException, ErrorDetail = detail };

    private static PlannedActivity[] Tables(string names, DataAssetActivityStatus outcome) => [.. names.Split(' ').Select(name => new PlannedActivity(name, outcome))];
}
