using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Plan.Permissions;

/// <summary>
/// The services whose IAM actions differ from their signing names and operations. Source: the pages "Actions, resources, and condition keys" of the AWS Service
/// Authorization Reference (https://docs.aws.amazon.com/service-authorization/latest/reference/), and for S3 "Required permissions for Amazon S3 API operations"
/// of its user guide. Services are named by their service ids.
/// </summary>
internal static class ActionTable
{
    /// <summary>The prefixes of actions that differ from the signing name.</summary>
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["CloudWatch"] = "cloudwatch",
        ["IoT Data Plane"] = "iot",
        ["IoT Jobs Data Plane"] = "iotjobsdata",
        ["IoTSecureTunneling"] = "iot",
        ["MTurk"] = "mechanicalturk",
        ["Resource Groups Tagging API"] = "tag",
    };

    /// <summary>The services whose actions are HTTP methods.</summary>
    private static readonly HashSet<string> NamedByMethod = new(StringComparer.Ordinal) { "API Gateway", "ApiGatewayV2" };

    /// <summary>
    /// For each operation, its actions; none if the operation needs no permission. An action without a prefix has that of the service. Conditional actions, such
    /// as those for tags in the same request, are not in the table.
    /// </summary>
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["ApiGatewayManagementApi"] = """
            DeleteConnection ManageConnections
            GetConnection ManageConnections
            PostToConnection ManageConnections
            """,
        ["Bedrock Runtime"] = """
            Converse InvokeModel
            ConverseStream InvokeModelWithResponseStream
            InvokeModelWithBidirectionalStream InvokeModelWithResponseStream
            """,
        ["Budgets"] = """
            CreateBudget ModifyBudget
            CreateNotification ModifyBudget
            CreateSubscriber ModifyBudget
            DeleteBudget ModifyBudget
            DeleteNotification ModifyBudget
            DeleteSubscriber ModifyBudget
            DescribeBudget ViewBudget
            DescribeBudgetNotificationsForAccount ViewBudget
            DescribeBudgetPerformanceHistory ViewBudget
            DescribeBudgets ViewBudget
            DescribeNotificationsForBudget ViewBudget
            DescribeSubscribersForNotification ViewBudget
            UpdateBudget ModifyBudget
            UpdateNotification ModifyBudget
            UpdateSubscriber ModifyBudget
            """,
        ["CloudSearch Domain"] = """
            Search search
            Suggest suggest
            UploadDocuments document
            """,
        ["DynamoDB"] = """
            BatchExecuteStatement PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate
            ExecuteStatement PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate
            ExecuteTransaction PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate
            TransactGetItems GetItem
            TransactWriteItems ConditionCheckItem DeleteItem PutItem UpdateItem
            """,
        ["KMS"] = "ReEncrypt ReEncryptFrom ReEncryptTo",
        ["Lambda"] = """
            GetLayerVersionByArn GetLayerVersion
            Invoke InvokeFunction
            InvokeWithResponseStream InvokeFunction
            """,
        ["S3"] = """
            CompleteMultipartUpload PutObject
            CopyObject GetObject PutObject
            CreateMultipartUpload PutObject
            CreateSession s3express:CreateSession
            DeleteBucketAnalyticsConfiguration PutAnalyticsConfiguration
            DeleteBucketCors PutBucketCORS
            DeleteBucketEncryption PutEncryptionConfiguration
            DeleteBucketIntelligentTieringConfiguration PutIntelligentTieringConfiguration
            DeleteBucketInventoryConfiguration PutInventoryConfiguration
            DeleteBucketLifecycle PutLifecycleConfiguration
            DeleteBucketMetricsConfiguration PutMetricsConfiguration
            DeleteBucketOwnershipControls PutBucketOwnershipControls
            DeleteBucketReplication PutReplicationConfiguration
            DeleteBucketTagging PutBucketTagging
            DeleteObjects DeleteObject
            DeletePublicAccessBlock PutBucketPublicAccessBlock
            GetBucketAccelerateConfiguration GetAccelerateConfiguration
            GetBucketAnalyticsConfiguration GetAnalyticsConfiguration
            GetBucketCors GetBucketCORS
            GetBucketEncryption GetEncryptionConfiguration
            GetBucketIntelligentTieringConfiguration GetIntelligentTieringConfiguration
            GetBucketInventoryConfiguration GetInventoryConfiguration
            GetBucketLifecycle GetLifecycleConfiguration
            GetBucketLifecycleConfiguration GetLifecycleConfiguration
            GetBucketMetricsConfiguration GetMetricsConfiguration
            GetBucketNotificationConfiguration GetBucketNotification
            GetBucketReplication GetReplicationConfiguration
            GetObjectAttributes GetObject GetObjectAttributes
            GetObjectLockConfiguration GetBucketObjectLockConfiguration
            GetPublicAccessBlock GetBucketPublicAccessBlock
            HeadBucket ListBucket
            HeadObject GetObject
            ListBucketAnalyticsConfigurations GetAnalyticsConfiguration
            ListBucketIntelligentTieringConfigurations GetIntelligentTieringConfiguration
            ListBucketInventoryConfigurations GetInventoryConfiguration
            ListBucketMetricsConfigurations GetMetricsConfiguration
            ListBuckets ListAllMyBuckets
            ListDirectoryBuckets s3express:ListAllMyDirectoryBuckets
            ListMultipartUploads ListBucketMultipartUploads
            ListObjectVersions ListBucketVersions
            ListObjects ListBucket
            ListObjectsV2 ListBucket
            ListParts ListMultipartUploadParts
            PutBucketAccelerateConfiguration PutAccelerateConfiguration
            PutBucketAnalyticsConfiguration PutAnalyticsConfiguration
            PutBucketCors PutBucketCORS
            PutBucketEncryption PutEncryptionConfiguration
            PutBucketIntelligentTieringConfiguration PutIntelligentTieringConfiguration
            PutBucketInventoryConfiguration PutInventoryConfiguration
            PutBucketLifecycle PutLifecycleConfiguration
            PutBucketLifecycleConfiguration PutLifecycleConfiguration
            PutBucketMetricsConfiguration PutMetricsConfiguration
            PutBucketNotificationConfiguration PutBucketNotification
            PutBucketReplication PutReplicationConfiguration
            PutObjectLockConfiguration PutBucketObjectLockConfiguration
            PutPublicAccessBlock PutBucketPublicAccessBlock
            SelectObjectContent GetObject
            UploadPart PutObject
            UploadPartCopy GetObject PutObject
            WriteGetObjectResponse s3-object-lambda:WriteGetObjectResponse
            """,
        ["S3 Control"] = """
            DeletePublicAccessBlock PutAccountPublicAccessBlock
            GetPublicAccessBlock GetAccountPublicAccessBlock
            PutPublicAccessBlock PutAccountPublicAccessBlock
            """,
        ["SNS"] = "PublishBatch Publish",
        ["SQS"] = """
            ChangeMessageVisibilityBatch ChangeMessageVisibility
            DeleteMessageBatch DeleteMessage
            SendMessageBatch SendMessage
            """,
        ["STS"] = """
            GetCallerIdentity
            GetSessionToken
            """,
    };

    private static readonly Lazy<Dictionary<(string Service, string Operation), string[]>> ByOperation = new(static () => Differences
        .SelectMany(static service => service.Value.Split('\n').Select(line => (service.Key, Words: line.Trim().Split(' '))))
        .ToDictionary(static entry => (entry.Key, entry.Words[0]), static entry => entry.Words.Skip(1).ToArray()));

    /// <summary>Returns the prefix of a service's actions; null if it is the signing name.</summary>
    public static string? FindPrefix(string serviceId) => Prefixes.TryGetValue(serviceId, out var prefix) ? prefix : null;

    /// <summary>Returns whether the actions of a service are the HTTP methods of its operations.</summary>
    public static bool IsNamedByMethod(string serviceId) => NamedByMethod.Contains(serviceId);

    /// <summary>Returns the actions of an operation; null if the action has the name of the operation.</summary>
    public static IReadOnlyList<string>? Find(string serviceId, string operation) => ByOperation.Value.TryGetValue((serviceId, operation), out var actions) ? actions : null;
}
