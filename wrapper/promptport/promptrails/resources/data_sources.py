"""The resource `data_sources`, under the names that `promptrails.resources.data_sources` has for it."""

from promptport_api.promptrails.api.data_sources import AsyncDataSources as AsyncDataSourcesResource
from promptport_api.promptrails.api.data_sources import DataSources as DataSourcesResource

__all__ = ["AsyncDataSourcesResource", "DataSourcesResource"]
