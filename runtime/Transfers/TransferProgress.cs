namespace DataZoneGen;

/// <summary>How much of a transfer is done.</summary>
/// <param name="TransferredBytes">The number of transferred bytes. A byte that was sent several times is counted once.</param>
/// <param name="TotalBytes">The number of all bytes; <see langword="null"/> if it is not known yet.</param>
public readonly record struct TransferProgress(long TransferredBytes, long? TotalBytes);
