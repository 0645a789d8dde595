using DataZoneGen.Generator.Reports;

namespace DataZoneGen.Generator.Tests.Reports;

public sealed class PolicyWriterTests
{
    [Fact]
    public void Each_service_with_actions_has_a_statement() => Assert.Equal(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "APIGateway",
              "Effect": "Allow",
              "Action": [
                "apigateway:GET",
                "apigateway:POST"
              ],
              "Resource": "*"
            },
            {
              "Sid": "S3",
              "Effect": "Allow",
              "Action": [
                "s3:GetObject"
              ],
              "Resource": "*"
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        PolicyWriter.Write([new("API Gateway", ["apigateway:GET", "apigateway:POST"]), new("STS", []), new("S3", ["s3:GetObject"])]));

    [Fact]
    public void A_report_is_a_file_with_only_comments() => Assert.Equal(
        "//#/src/a b.json\n// {\n//   \"a\": \"*/\"\n// }\n",
        new ReportFile("Lock", "/src/a b.json", "{\n  \"a\": \"*/\"\n}").ToSource());
}
