"""The open APIs against their own description, with whatever questions schemathesis thinks of."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from tests.unit.web.support_fakes import Standing, serve_support

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
standing = Standing()
schema = schemathesis.openapi.from_asgi("/openapi.json", serve_support(standing))


@pytest.fixture
def described(support):
    standing.now = support


@schema.parametrize()
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_every_question_gets_an_answer_that_was_described(case, described):
    case.call_and_validate(checks=CHECKS)
