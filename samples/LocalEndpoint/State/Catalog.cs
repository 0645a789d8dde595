using System;
using System.Linq;

namespace LocalEndpoint.State;

/// <summary>The data of the local endpoint: a domain, a project, and four data sources whose runs have different results.</summary>
internal sealed class Catalog
{
    public const string DomainId = "dzd_local";
    public const string ProjectId = "analytics";
    public const string AccountId = "111122223333";
    public const string UserName = "local";
    public const string UserId = "AIDALOCALDATAZONE000";

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
        NightlyPlan = new(RunStatus.Success, [.. Tables("orders order_lines returns refunds shipments carriers baskets vouchers", Outcome.Unchanged)]),
        Plan = new(RunStatus.Success,
        [
            .. Tables("orders order_lines", Outcome.Updated),
            .. Tables("order_events gift_cards loyalty_points", Outcome.Created),
            .. Tables("returns refunds shipments carriers baskets vouchers", Outcome.Unchanged),
            .. Tables("tmp_orders_2019", Outcome.Archived),
        ]),
    };

    private static DataSource Customers(DateTimeOffset now) => new(PartiallySucceedingSource, "Customer warehouse", SourceType.Redshift, "Customers, consents and segments.")
    {
        Database = "crm",
        EnvironmentId = "warehouse-prod",
        CreatedAt = now.AddDays(-90),
        NightlyPlan = new(RunStatus.Success, [.. Tables("customer address segment campaign contact_log", Outcome.Unchanged)]),
        Plan = new(RunStatus.PartiallySucceeded,
        [
            .. Tables("customer address", Outcome.Updated),
            .. Tables("segment segment_member", Outcome.Created),
            .. Tables("campaign contact_log", Outcome.Unchanged),
            new("consent", Outcome.Failed, new("ACCESS_DENIED_EXCEPTION", "The access role lacks SELECT on crm.public.consent.")),
            .. Tables("household", Outcome.Created),
            new("consent_history", Outcome.Failed, new("ACCESS_DENIED_EXCEPTION", "The access role lacks SELECT on crm.public.consent_history.")),
            .. Tables("staging_import", Outcome.NoAccess),
        ],
        new("ACCESS_DENIED_EXCEPTION", "2 of 10 tables could not be read: consent, consent_history.")),
    };

    private static DataSource Billing(DateTimeOffset now) => new(FailingSource, "Legacy billing", SourceType.Glue, "Invoices of the old billing system, until it is switched off.")
    {
        Database = "billing_legacy",
        EnvironmentId = "lake-prod",
        CreatedAt = now.AddDays(-400),
        NightlyPlan = new(RunStatus.Failed, [], new("RESOURCE_NOT_FOUND_EXCEPTION", "The Data Catalog has no database billing_legacy.")),
        Plan = new(RunStatus.Failed,
        [
            .. Tables("invoice invoice_line", Outcome.Unchanged),
            new("dunning", Outcome.Failed, new("RESOURCE_NOT_FOUND_EXCEPTION", "The table dunning was dropped while the run read it.")),
        ],
        new("RESOURCE_NOT_FOUND_EXCEPTION", "The database billing_legacy was dropped while the run read it.")),
    };

    private static DataSource Models(DateTimeOffset now) => new("models", "Model registry", SourceType.SageMaker, "Models approved for production.")
    {
        Database = "model-package-group",
        EnvironmentId = "ml-prod",
        CreatedAt = now.AddDays(-7),
        IsScheduled = false,
        NightlyPlan = new(RunStatus.Success, []),
        Plan = new(RunStatus.Success, [.. Tables("churn fraud-score next-best-offer", Outcome.Created)]),
    };

    private static PlannedActivity[] Tables(string names, string outcome) => [.. names.Split(' ').Select(name => new PlannedActivity(name, outcome))];
}
