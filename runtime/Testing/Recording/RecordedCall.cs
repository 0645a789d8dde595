using System.Collections.Generic;

namespace DataZoneGen.Testing.Core;

/// <summary>A recorded call, in which secrets are masked.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Request">The request.</param>
/// <param name="Response">The response.</param>
internal sealed record RecordedCall(string Operation, RecordedRequest Request, RecordedResponse Response);

/// <summary>A recorded request.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Host">The host, if it is part of the input; otherwise, <see langword="null"/>.</param>
/// <param name="Target">The path and the query.</param>
/// <param name="Headers">The headers that depend on the input, by name.</param>
/// <param name="Body">The body.</param>
internal sealed record RecordedRequest(string Method, string? Host, string Target, SortedDictionary<string, string> Headers, RecordedBody Body);

/// <summary>A recorded response.</summary>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Body">The body.</param>
internal sealed record RecordedResponse(int StatusCode, SortedDictionary<string, string> Headers, RecordedBody Body);
