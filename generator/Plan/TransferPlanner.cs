using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan;

/// <summary>An operation that a transfer calls.</summary>
internal sealed record TransferOperation(OperationPlan Plan, MethodPlan Method)
{
    public StructurePlan Request => Plan.Request;

    public StructurePlan Response => Plan.Response;
}

/// <summary>
/// Plans uploads and downloads of objects in parts. Requests get each member of the caller's request that has the same name and type, so that new members of
/// the model need no change here.
/// </summary>
/// <param name="find">Finds an operation by its name in the model; returns null if it is not selected.</param>
/// <param name="structures">The structures of the service.</param>
internal sealed class TransferPlanner(Func<string, TransferOperation?> find, IReadOnlyCollection<StructurePlan> structures)
{
    /// <summary>The members whose values are those of a whole object or of another request.</summary>
    private static readonly HashSet<string> OwnMembers = new(StringComparer.Ordinal)
    {
        "Body", "ContentLength", "ContentMD5", "ChecksumType", "Range", "PartNumber", "ChecksumMode",
        "ChecksumCRC32", "ChecksumCRC32C", "ChecksumCRC64NVME", "ChecksumSHA1", "ChecksumSHA256", "ChecksumSHA512", "ChecksumMD5",
        "ChecksumXXHASH64", "ChecksumXXHASH3", "ChecksumXXHASH128",
    };

    /// <summary>The members with checksums, and the properties of the runtime's ObjectChecksums.</summary>
    private static readonly (string Member, string Property)[] Checksums =
    [
        ("ChecksumCRC32", "Crc32"), ("ChecksumCRC32C", "Crc32C"), ("ChecksumCRC64NVME", "Crc64Nvme"),
        ("ChecksumSHA1", "Sha1"), ("ChecksumSHA256", "Sha256"), ("ChecksumSHA512", "Sha512"), ("ChecksumMD5", "Md5"),
    ];

    /// <summary>The members of a request that select a part of an object.</summary>
    private static readonly string[] Selectors = ["Range", "PartNumber"];

    /// <summary>The members of a response that a download needs, which have the names of the properties of the runtime's ObjectContent.</summary>
    private static readonly string[] ContentMembers = ["Body", "ETag", "ContentLength", "ContentRange"];

    private const string ObjectChecksums = CSharpTypes.Wire + "ObjectChecksums";

    /// <summary>Plans uploads; returns null if an operation is not selected, or has not the members that an upload needs.</summary>
    public UploadPlan? PlanUpload()
    {
        if ((find("PutObject"), find("CreateMultipartUpload"), find("UploadPart"), find("CompleteMultipartUpload"), find("AbortMultipartUpload"))
            is not ({ } put, { } create, { } part, { } complete, { } abort)
            || put.Request.Find("Body") is not { IsNullable: true, Type: ScalarType { Kind: ScalarKind.Stream } } body
            || create.Response.Find("UploadId") is not { } uploadId)
        {
            return null;
        }

        var hasType = create.Request.Find("ChecksumType") is not null && complete.Request.Find("ChecksumType") is not null;
        var createRequest = Map(put.Request, "request", create.Request)
            .Set("ChecksumAlgorithm", "checksumAlgorithm", isText: true)
            .Set("ChecksumType", "checksumType", isText: true);
        var partRequest = Map(put.Request, "request", part.Request)
            .Set("UploadId", "uploadId").Set("PartNumber", "partNumber").Set("Body", "body.Stream").SetChecksums("body.Checksums");
        var completeRequest = Map(put.Request, "request", complete.Request)
            .Set("UploadId", "upload.UploadId").Set("MultipartUpload", PlanParts(complete.Request)).Set("MpuObjectSize", "upload.Length")
            .SetChecksums("upload.Checksums").Set("ChecksumType", "upload.ChecksumType", isText: true);
        var abortRequest = Map(put.Request, "request", abort.Request).Set("UploadId", "uploadId");
        var response = Map(complete.Response, "response", put.Response).SetChecksums("response", complete.Response).Copy("ChecksumType", "response", complete.Response);
        return new[] { createRequest, partRequest, completeRequest, abortRequest, response }.Any(static map => !map.IsComplete) || !completeRequest.Has("MultipartUpload")
            ? null
            : new UploadPlan(put.Method, create.Method, part.Method, complete.Method, abort.Method)
            {
                Properties = PlanProperties(put.Request, body, hasType),
                PutRequest = new MemberMap(put.Request).Set("Body", "body.Stream").Set("ContentLength", put.Request.Find("ContentLength")?.IsNullable == true ? "null" : null).SetChecksums("body.Checksums").Assignments,
                CreateRequest = createRequest.Assignments,
                PartRequest = partRequest.Assignments,
                CompleteRequest = completeRequest.Assignments,
                AbortRequest = abortRequest.Assignments,
                UploadId = uploadId.Name,
                PartResult = new AssignmentPlan?[] { Take("ETag", part.Response, "response"), new("Checksums", ChecksumsOf(part.Response, "response")) }
                    .OfType<AssignmentPlan>().ToEquatableArray(),
                PutResponse = response.Assignments.Append(new AssignmentPlan("Metadata", "response.Metadata")).ToEquatableArray(),
                Checksums = ChecksumsOf(put.Response, "response"),
            };
    }

    /// <summary>Plans downloads; returns null if the operation is not selected, or has no ranges.</summary>
    public DownloadPlan? PlanDownload()
    {
        if (find("GetObject") is not { } get
            || get.Request.Find("Range") is not { IsRequired: false, Type: ScalarType { Kind: ScalarKind.String } }
            || get.Response.Find("ContentRange") is not { Type: ScalarType { Kind: ScalarKind.String } }
            || get.Response.Find("Body") is not { Type: ScalarType { Kind: ScalarKind.Stream } } body)
        {
            return null;
        }

        var plan = new DownloadPlan(get.Method)
        {
            SelectsPart = string.Join(" || ", Selectors
                .Select(member => get.Request.Find(member)).OfType<PropertyPlan>().Select(static p => "request." + p.Name + " is not null")),
            GetRequest = new MemberMap(get.Request).Set("Range", "range").Set("IfMatch", "eTag ?? request." + get.Request.Find("IfMatch")?.Name).Assignments,
            Content = ContentMembers.Select(member => Take(member, get.Response, "response"))
                .Append(get.Response.Find("ChecksumType") is { } type ? new AssignmentPlan("ChecksumType", TextOf(type, "response")) : null)
                .Append(new AssignmentPlan("Checksums", ChecksumsOf(get.Response, "response")))
                .OfType<AssignmentPlan>().ToEquatableArray(),
            WithoutBody = new MemberMap(get.Response).Set("Body", "global::System.IO.Stream.Null").Set("ContentLength", "length").Set("ContentRange", "null").Assignments,
        };
        return find("HeadObject") is { } head && PlanHead(get.Request, head.Request) is { } request
            ? plan with { Head = head.Method, HeadRequest = request, HeadChecksums = ChecksumsOf(head.Response, "response") }
            : plan;
    }

    private static EquatableArray<AssignmentPlan>? PlanHead(StructurePlan get, StructurePlan head)
    {
        var map = Map(get, "request", head).Set("IfMatch", "eTag").Set("ChecksumMode", "\"ENABLED\"", isText: true);
        return map.IsComplete ? map.Assignments : null;
    }

    private static EquatableArray<TransferPropertyPlan> PlanProperties(StructurePlan put, PropertyPlan body, bool hasChecksumType)
    {
        var hasChecksums = Checksums.Any(checksum => put.Find(checksum.Member) is not null);
        return new TransferPropertyPlan?[]
        {
            new("global::System.IO.Stream?", "Body", "request." + body.Name),
            put.Find("ContentLength") is { Type: ScalarType { Kind: ScalarKind.Int64 } } length ? new("long?", "ContentLength", "request." + length.Name) : null,
            put.Find("ContentMD5") is { } md5 ? new("string?", "ContentMd5", "request." + md5.Name) : null,
            put.Find("ChecksumAlgorithm") is { } algorithm ? new("string?", "ChecksumAlgorithm", TextOf(algorithm, "request")) : null,
            hasChecksums ? new(ObjectChecksums + "?", "RequestChecksums", ChecksumsOf(put, "request")) : null,
            hasChecksums ? new("bool", "SupportsChecksums", "true") : null,
            hasChecksumType ? new("bool", "SupportsChecksumType", "true") : null,
        }.OfType<TransferPropertyPlan>().ToEquatableArray();
    }

    /// <summary>Returns an expression for the list of parts that completes <c>upload</c>; null if the request has none.</summary>
    private string? PlanParts(StructurePlan complete)
    {
        if (StructureOf(complete.Find("MultipartUpload")?.Type) is not { } list
            || list.Find("Parts") is not { Type: WireType { Kind: WireKind.List, Element: { } element } } parts
            || StructureOf(element) is not { } item)
        {
            return null;
        }

        var part = new MemberMap(item).Set("PartNumber", "part.PartNumber").Set("ETag", "part.ETag").SetChecksums("part.Checksums");
        return "new " + list.Name + "\n{\n    " + parts.Name
            + " = global::System.Linq.Enumerable.ToArray(global::System.Linq.Enumerable.Select(upload.Parts, static part => new " + item.Name + " { "
            + string.Join(", ", part.Assignments.Select(static a => a.Property + " = " + a.Value)) + " })),\n}";
    }

    private StructurePlan? StructureOf(TypePlan? type) => type is WireType { Kind: WireKind.Structure } wire ? structures.FirstOrDefault(s => s.Wire == wire.Wire) : null;

    private static AssignmentPlan? Take(string property, StructurePlan source, string variable) =>
        source.Find(property) is { } member ? new AssignmentPlan(property, variable + "." + member.Name) : null;

    private static string ChecksumsOf(StructurePlan source, string variable) => "new " + ObjectChecksums + " { " + string.Join(", ", Checksums
        .Select(checksum => (checksum.Property, Source: source.Find(checksum.Member)))
        .Where(static checksum => checksum.Source is not null)
        .Select(checksum => checksum.Property + " = " + variable + "." + checksum.Source!.Name)) + " }";

    /// <summary>Returns an expression for the text of a string or an enum.</summary>
    private static string TextOf(PropertyPlan property, string variable) =>
        variable + "." + property.Name + (property.Type is EnumType ? property.IsNullable ? "?.Value" : ".Value" : "");

    /// <summary>Maps the members that a target has in common with a source.</summary>
    private static MemberMap Map(StructurePlan source, string variable, StructurePlan target)
    {
        var map = new MemberMap(target);
        foreach (var property in target.Properties.Where(static p => !OwnMembers.Contains(p.Member)))
        {
            map.Copy(property.Member, variable, source);
        }

        return map;
    }

    /// <summary>The values of the properties of a structure, in the order in which they were set.</summary>
    private sealed class MemberMap(StructurePlan target)
    {
        private readonly List<AssignmentPlan> _assignments = [];

        public EquatableArray<AssignmentPlan> Assignments => _assignments.ToEquatableArray();

        /// <summary>Whether all required properties are set.</summary>
        public bool IsComplete => target.Properties.All(p => !p.IsRequired || _assignments.Any(a => a.Property == p.Name));

        public bool Has(string member) => target.Find(member) is { } property && _assignments.Any(a => a.Property == property.Name);

        /// <summary>Sets a member, if the target has it.</summary>
        public MemberMap Set(string member, string? value, bool isText = false)
        {
            if (value is not null && target.Find(member) is { } property)
            {
                var isEnum = isText && property.Type is EnumType;
                _assignments.RemoveAll(a => a.Property == property.Name);
                _assignments.Add(new AssignmentPlan(property.Name, !isEnum ? value
                    : value[0] == '"' ? "new(" + value + ")"
                    : value + " is null ? null : new " + property.Type.CSharp + "(" + value + ")"));
            }

            return this;
        }

        /// <summary>Copies a member of the same name and type, if both have it.</summary>
        public MemberMap Copy(string member, string variable, StructurePlan source)
        {
            if (target.Find(member) is { } property
                && source.Find(member) is { } other
                && other.Type == property.Type
                && (property.IsNullable || !other.IsNullable))
            {
                _assignments.Add(new AssignmentPlan(property.Name, variable + "." + other.Name));
            }

            return this;
        }

        /// <summary>Sets the members with checksums from the runtime's ObjectChecksums.</summary>
        public MemberMap SetChecksums(string value)
        {
            foreach (var (member, property) in Checksums)
            {
                Set(member, value + "." + property);
            }

            return this;
        }

        /// <summary>Copies the members with checksums of another structure.</summary>
        public MemberMap SetChecksums(string variable, StructurePlan source)
        {
            foreach (var (member, _) in Checksums)
            {
                Copy(member, variable, source);
            }

            return this;
        }
    }
}
